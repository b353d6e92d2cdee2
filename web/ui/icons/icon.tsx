/** Small drawings for what people do; the same pen as the operations. */
export const Icon = ({ name, size = 24 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    style={{ strokeWidth: 'var(--stroke)', flex: 'none' }}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
  >
    {drawing[name]}
  </svg>
)

const drawing = {
  home: <path d="M3.5 11 12 4l8.5 7M6 9.5V20h12V9.5M10 20v-5.5h4V20" />,
  jobs: <path d="M6 3h12v18H6zM9 8h6M9 12h6M9 16h3" />,
  scan: <path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16" />,
  messages: <path d="M4 5h16v11H10l-4.5 4v-4H4zM8 9.5h8M8 12.5h5" />,
  me: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6" />
    </>
  ),
  'chevron-right': <path d="m9.5 5 7 7-7 7" />,
  'chevron-left': <path d="m14.5 5-7 7 7 7" />,
  'chevron-down': <path d="m5 9.5 7 7 7-7" />,
  close: <path d="m5.5 5.5 13 13M18.5 5.5l-13 13" />,
  erase: <path d="M8.5 5H21v14H8.5L3 12zM11.5 9l6 6M17.5 9l-6 6" />,
  check: <path d="m4.5 12.5 5 5L19.5 6.5" />,
  camera: (
    <>
      <path d="M3 7.5h4.5L9 5h6l1.5 2.5H21V19H3z" />
      <circle cx="12" cy="13" r="3.7" />
    </>
  ),
  phone: <path d="M7 2.5h10v19H7zM11 18.5h2" />,
  server: <path d="M4 4.5h16v6H4zM4 13.5h16v6H4zM7.5 7.5h.01M7.5 16.5h.01" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M18.7 5.3 17 7M7 17l-1.7 1.7" />
    </>
  ),
  moon: <path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z" />,
  people: (
    <>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 19.5c.6-3.5 3-5.2 6.5-5.2s5.9 1.7 6.5 5.2M15.5 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.8c2.2.6 3.6 2.2 4 4.7" />
    </>
  ),
  lock: <path d="M5 10.5h14V20H5zM8 10.5V8a4 4 0 0 1 8 0v2.5M12 14v2.5" />,
  board: <path d="M3.5 4.5h17v15h-17zM9 4.5v15M15 4.5v15" />,
  workbench: <path d="M4 4.5h7v7H4zM14 4.5h6v4h-6zM14 11.5h6v8h-6zM4 14.5h7v5H4z" />,
  ledger: <path d="M4 4.5h16v15H4zM4 9.5h16M9.5 9.5v10" />,
  contractor: <path d="M3 20.5h18M5.5 20.5V8l6.5-4.5L18.5 8v12.5M10 20.5v-5h4v5M9.5 10.5h5" />,
  roster: <path d="M4 6h16v14H4zM8 3.5V8M16 3.5V8M4 11h16M8.5 15.5l2.5 2 4.5-4" />,
  rules: <path d="M12 3.5v17M7.5 20.5h9M4.5 7h15M4.5 7 2 14.5h5zM19.5 7 17 14.5h5z" />,
  insight: <path d="M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6" />,
  integrations: <path d="M9 4.5V9M15 4.5V9M6.5 9h11v3.5a5.5 5.5 0 0 1-11 0zM12 18v3" />,
  settings: (
    <>
      <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
      <circle cx="15" cy="7" r="2" />
      <circle cx="9" cy="17" r="2" />
    </>
  ),
  upload: <path d="M12 16V4M7 8.5 12 4l5 4.5M4 15v5h16v-5" />,
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5.5 5.5" />
    </>
  ),
  place: (
    <>
      <path d="M12 21.5s-7-6.5-7-11.5a7 7 0 0 1 14 0c0 5-7 11.5-7 11.5z" />
      <circle cx="12" cy="10" r="2.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.5l3.5 2" />
    </>
  ),
  language: <path d="M3.5 6h9M8 3.5V6M10.5 6c-.8 4-3 6.5-6.5 8M5.5 9c1.3 2.3 3 4 5.5 5M12 20.5l4-10 4 10M13.5 17h5" />,
  'sign-out': <path d="M10 4H4.5v16H10M9.5 12H20M16 7.5l4.5 4.5L16 16.5" />,
} as const

export type IconName = keyof typeof drawing
