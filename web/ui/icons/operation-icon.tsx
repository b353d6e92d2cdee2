/** The eight special operations of GB 30871 and the work of the other industries that we ship, by their names in the rulebooks. */
export const operationKinds = [
  'hot-work',
  'confined-space',
  'blinding',
  'work-at-height',
  'lifting',
  'temporary-power',
  'excavation',
  'road-closing',
  'scaffold',
  'outage-work',
  'live-work',
  'mechanical-work',
] as const
export type OperationKind = (typeof operationKinds)[number]

const isKnown = (kind: string): kind is OperationKind => (operationKinds as readonly string[]).includes(kind)

/** One drawn family: 24 px, stroke 1.75. A kind that only a site's own rulebook knows is drawn as a plain permit. */
export const OperationIcon = ({ kind, size = 24 }: { kind: string; size?: number }) => (
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
    {isKnown(kind) ? drawing[kind] : permit}
  </svg>
)

const permit = (
  <>
    <path d="M6 3h8l4 4v14H6z" />
    <path d="M14 3v4h4M9 12h6M9 16h6" />
  </>
)

const drawing = {
  'hot-work': (
    <>
      <path d="M12.5 2.5c.6 3.4 5.8 6 5.8 11.4a6.3 6.3 0 0 1-12.6 0c0-2.6 1.3-4.3 2.6-5.7.2 1.7.8 2.7 1.9 3.3-.3-3.4.3-6.6 2.3-9z" />
      <path d="M12 20.2a2.9 2.9 0 0 1-2.9-2.9c0-1.7 1.5-2.6 2.5-4.1 1.6 1 3.3 2.3 3.3 4.1a2.9 2.9 0 0 1-2.9 2.9z" />
    </>
  ),
  'confined-space': (
    <>
      <path d="M4.5 8.5C4.5 6 7.9 4.5 12 4.5s7.5 1.5 7.5 4v8c0 2.5-3.4 4-7.5 4s-7.5-1.5-7.5-4z" />
      <path d="M9 4.8V2.5h6v2.3" />
      <circle cx="12" cy="10.2" r="1.7" />
      <path d="M12 12v3.5M9.6 13.3h4.8M12 15.5l-1.8 2.5M12 15.5l1.8 2.5" />
    </>
  ),
  blinding: (
    <>
      <path d="M2 9.5h5.5M2 14.5h5.5M16.5 9.5H22M16.5 14.5H22" />
      <path d="M7.5 6.5v11M16.5 6.5v11" />
      <path d="M10.5 5h3v14h-3z" fill="currentColor" />
      <path d="M12 5V2.5" />
    </>
  ),
  'work-at-height': (
    <>
      <path d="M3 21h18M6 21V4M11.5 21V4M6 7.5h5.5M6 12h5.5M6 16.5h5.5" />
      <circle cx="17" cy="7" r="1.9" />
      <path d="M11.5 10.5h3.2L17 12v4l2 3.5M17 16l-2.2 3.3" />
    </>
  ),
  lifting: (
    <>
      <path d="M12 2v4.5" />
      <circle cx="12" cy="8" r="1.5" />
      <path d="M12 9.5v1.2a2 2 0 1 1-2 2.1" />
      <path d="M12 14.8 5.5 18h13z" />
      <path d="M5.5 18h13v3.5h-13z" />
    </>
  ),
  'temporary-power': (
    <>
      <path d="M13.2 2.5 5 13.5h6l-.8 8L19 10h-6.2z" />
    </>
  ),
  excavation: (
    <>
      <path d="M2 14.5h6l2 6h4l2-6h6" />
      <path d="M15.5 2.5 20 7M17.7 4.8l-6.4 6.4" />
      <path d="m9 9.5 4 4-2 2a4.5 4.5 0 0 1-4 .5 4.5 4.5 0 0 1 .2-4.5z" />
    </>
  ),
  'road-closing': (
    <>
      <path d="M2.5 7h19v6h-19z" />
      <path d="m6.5 13 4-6M12.5 13l4-6" />
      <path d="M6 13v7M18 13v7M3.5 20h5M15.5 20h5M6 7V4.5M18 7V4.5" />
    </>
  ),
  scaffold: (
    <>
      <path d="M5 21V3M12 21V3M19 21V3" />
      <path d="M3 6.5h18M3 13.5h18M3 20.5h18" />
      <path d="m5 13.5 7-7M12 20.5l7-7" />
    </>
  ),
  'outage-work': (
    <>
      <path d="M12.6 3 6.5 11.5h5l-.6 5.5 5.6-8h-4.6z" />
      <path d="M7 20h10M9 22.5h6" />
      <path d="m4 4 16 14" />
    </>
  ),
  'live-work': (
    <>
      <path d="M12.6 4.5 7.5 12H12l-.6 6.5L16.5 11h-4.3z" />
      <path d="M4.5 6.5a9.5 9.5 0 0 0 0 11M19.5 6.5a9.5 9.5 0 0 1 0 11" />
    </>
  ),
  'mechanical-work': (
    <>
      <path d="M3 8.5h5v7H3zM16 8.5h5v7h-5z" />
      <path d="m8 9.5 8 5M8 14.5l8-5M8 9.5v5M16 9.5v5" />
      <path d="M12 12V5M8.5 5h7" />
    </>
  ),
} as const satisfies Record<OperationKind, React.ReactElement>
