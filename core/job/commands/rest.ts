import type { Issued } from '../commands.ts'

/** Told by the server to a job that is going on, when more became known of its people's labour. */
export type ForeseeRest = Issued & { readonly type: 'ForeseeRest' }
