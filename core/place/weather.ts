/** What the sky does besides blowing, mildest first within a kind. */
export const weatherKinds = ['rain', 'heavy-rain', 'snow', 'heavy-snow', 'fog', 'thick-fog', 'thunderstorm'] as const
export type Weather = (typeof weatherKinds)[number]

/** The end of the Beaufort scale as GB/T 28591 writes it on. */
export const windForceMax = 17
