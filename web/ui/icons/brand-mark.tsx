/** A track that may not pass a closed ring: the hold point. */
export const BrandMark = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden style={{ flex: 'none' }}>
    <rect width="32" height="32" rx="7" fill="currentColor" />
    <g fill="none" stroke="var(--accent-ink)" strokeWidth="3" strokeLinecap="round">
      <path d="M16 4.5v4M16 23.5v4" />
      <circle cx="16" cy="16" r="7" />
    </g>
    <path d="M12.5 16h7" stroke="var(--accent-ink)" strokeWidth="3.4" strokeLinecap="round" />
  </svg>
)
