/** The server's clock against its own records; null while it is right. */
export type ClockState = { readonly now: number; readonly behindSeconds: number | null }
