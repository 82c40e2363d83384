/** Small drawings beside words; they say nothing by themselves and are hidden from screen readers. */

const PATHS = {
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9l6 6 6-6',
  pencil: 'M4 20l4-1 11-11-3-3L5 16l-1 4Z',
  error: 'M12 7v6M12 16.5v.5M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  warning: 'M12 9v5M12 17v.5M12 3.5 2.5 20h19L12 3.5Z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  share: 'M12 15V4m0 0L8 8m4-4 4 4M5 13v6h14v-6',
  download: 'M12 4v11m0 0 4-4m-4 4-4-4M5 20h14',
  look: 'M12 4v2m0 12v2M4 12h2m12 0h2M6.3 6.3l1.4 1.4m8.6 8.6 1.4 1.4M6.3 17.7l1.4-1.4m8.6-8.6 1.4-1.4M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8Z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Leaf() {
  return (
    <svg className="leaf" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 20C4 10 10 4 20 4c0 10-6 16-16 16Z" fill="currentColor" />
      <path d="M4 20 15 9" stroke="var(--paper)" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  );
}
