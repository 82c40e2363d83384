import type { Days, Program, Span } from '@laurel/engine/program';
import type { Model } from '../2-check/model.ts';
import type { IdIn, NodeOf } from '../phrases/book.ts';
import type { Span as TextSpan } from '../text.ts';

export type Locate = (span: TextSpan) => Span;

export function lowerCalendars(model: Model, locate: Locate): Program['calendars'] {
  return model.calendar.map(({ name, sentences, section }) => ({
    name,
    days: sentences.map((sentence) => lowerDay(sentence.slots.day)),
    at: locate(section.headerLine.span),
  }));
}

/** The days that one sentence of a calendar names. */
export function lowerDay(node: NodeOf<IdIn<'Day'>>): Days {
  switch (node.phrase) {
    case 'day.each':
      return { kind: 'each', on: node.slots.day };
    case 'day.run':
      return { kind: 'run', from: node.slots.from, to: node.slots.to };
    case 'day.date':
      return { kind: 'date', date: node.slots.date };
    case 'day.dates':
      return { kind: 'dates', from: node.slots.from, to: node.slots.to };
    case 'day.nth': {
      const { nth, weekday, month } = node.slots;
      return { kind: 'nthWeekday', nth: Number(nth), weekday: Number(weekday), month: Number(month) };
    }
    case 'day.lastOfMonth':
      return { kind: 'lastWeekday', weekday: Number(node.slots.weekday), month: Number(node.slots.month) };
    case 'day.ofMonth':
      return { kind: 'monthly', day: node.slots.nth };
    case 'day.last':
      return { kind: 'lastWeekday', weekday: Number(node.slots.weekday), month: null };
  }
}
