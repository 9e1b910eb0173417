/** Line icons on a 24 unit grid; always beside a word or inside a labelled control, so hidden from readers. */
const shapes = {
  close: <path d="M6 6l12 12M18 6L6 18" />,
  more: <path d="M5 12h.01M12 12h.01M19 12h.01" strokeWidth="3.5" strokeLinecap="round" />,
  undo: (
    <>
      <path d="M9 7L4.5 11.5 9 16" />
      <path d="M5 11.5h9a5 5 0 010 10h-3" />
    </>
  ),
  help: <path d="M9 9a3 3 0 115 2.2c-1.2.9-2 1.4-2 2.8M12 17.5v.5" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4.5" />
      <path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4" />
    </>
  ),
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  cross: <path d="M7 7l10 10M17 7L7 17" />,
  play: <path d="M8 5l11 7-11 7z" fill="currentColor" />,
  pause: <path d="M9 5v14M15 5v14" strokeWidth="3" />,
  previous: <path d="M14.5 5.5L8 12l6.5 6.5" />,
  next: <path d="M9.5 5.5L16 12l-6.5 6.5" />,
  warning: (
    <>
      <path d="M12 4l9 16H3z" />
      <path d="M12 10v4.5M12 17v.5" />
    </>
  ),
  today: (
    <>
      <path d="M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4z" />
      <path d="M13 13h7v7h-7z" fill="currentColor" />
    </>
  ),
  concepts: (
    <>
      <circle cx="6" cy="6" r="2.5" />
      <circle cx="18" cy="9" r="2.5" />
      <circle cx="9" cy="18" r="2.5" />
      <path d="M8.3 6.7l7.2 1.8M7 8.4l1.4 7.2M16.4 10.8l-5.6 5.5" />
    </>
  ),
  cards: (
    <>
      <path d="M4 8h13v12H4z" />
      <path d="M8 8V4h12v12h-3" />
    </>
  ),
  lab: (
    <>
      <path d="M9.5 3.5h5M10.5 3.5v6L5 19.5h14L13.5 9.5v-6" />
      <path d="M8 15.5h8" />
    </>
  ),
  courses: (
    <>
      <path d="M5 4.5h10l4 4V19.5H5z" />
      <path d="M8.5 11h7M8.5 15h7" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h9M19 7h1M4 17h1M11 17h9" />
      <circle cx="16" cy="7" r="2.5" />
      <circle cx="8" cy="17" r="2.5" />
    </>
  ),
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}
