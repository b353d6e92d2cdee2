import type { Span } from './time/countdown.ts'

type Phrase = (parts: { readonly span: string; readonly at: string }) => string

/** Every word that a part says by itself; all other words come in as props. core/messages satisfies this shape. */
export type UiWords = {
  readonly safety: { readonly [S in 'must' | 'due' | 'stopped' | 'met' | 'notOpen']: string }
  readonly time: {
    readonly span: (span: Span) => string
    readonly left: Phrase
    readonly over: Phrase
  }
  readonly hold: { readonly hint: string; readonly keepHolding: string }
  readonly refusals: {
    readonly count: (count: number) => string
    readonly why: string
    readonly fixer: (who: string) => string
  }
  readonly track: { readonly opensAfter: string }
  readonly camera: {
    readonly shutter: string
    readonly use: string
    readonly retake: string
    readonly retry: string
    readonly starting: string
    readonly denied: string
    readonly missing: string
    readonly good: string
    readonly flaw: { readonly dark: string; readonly blurred: string; readonly 'same-as-before': string }
  }
  readonly scan: { readonly aim: string; readonly wedge: string; readonly denied: string; readonly missing: string }
  readonly sheet: { readonly close: string }
  readonly pin: { readonly entered: (count: number, length: number) => string; readonly erase: string }
  readonly table: { readonly total: (count: number) => string }
  readonly progress: {
    readonly rows: (done: string, total: string) => string
    readonly rate: (rows: string) => string
    readonly left: (span: string) => string
    readonly cancel: string
  }
  readonly files: {
    readonly choose: string
    readonly refusedKind: (name: string) => string
    readonly refusedSize: (name: string, megabytesMax: number) => string
  }
}
