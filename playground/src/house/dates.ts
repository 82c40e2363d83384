/** Local dates of the program's zone as people read them. The texts have no zone of their own, so that none is applied. */

export function dateText(local: string, locale: string): string {
  return formatted(local, locale, { day: 'numeric', month: 'short', year: 'numeric' });
}

export function timeText(local: string): string {
  return local.slice(11, 16);
}

export function weekdayText(local: string, locale: string): string {
  return formatted(local, locale, { weekday: 'short' });
}

function formatted(local: string, locale: string, how: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${local.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? local
    : new Intl.DateTimeFormat(locale, { ...how, timeZone: 'UTC' }).format(date);
}
