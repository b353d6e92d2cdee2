import type { Runtime } from './platform.mjs'

export type Found = {
  readonly command: string | undefined
  readonly commands: readonly string[]
  /** The version of the Node that runs now. */
  readonly systemNode: string
  readonly platform: string
  readonly runtime: Runtime | undefined
  /** The version of the pinned Node's package in node_modules; undefined when it is not there. */
  readonly installedRuntimeVersion: string | undefined
  readonly lockHash: string
  readonly installedHash: string | undefined
}

export type Entry =
  | { readonly step: 'refuse'; readonly sentence: string }
  | { readonly step: 'install'; readonly lockHash: string }
  | { readonly step: 'run'; readonly runtime: Runtime }

export declare const decideEntry: (found: Found) => Entry
export declare const commandsOf: (scripts: Readonly<Record<string, string>>) => readonly string[]
