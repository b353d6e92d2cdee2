import 'react'

declare module 'react' {
  interface CSSProperties {
    /** Our own CSS variables may be set in a style attribute. */
    [name: `--${string}`]: string | number | undefined
  }
}
