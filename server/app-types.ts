import type { PlantId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { EvidenceStore } from './evidence/evidence-store.ts'
import type { CodeSigner } from './evidence/signed-code.ts'
import type { ImportService } from './import/import-service.ts'
import type { Printer } from './paper/create-printer.ts'
import type { PaperCodes } from './paper/paper-codes.ts'
import type { Vault } from './privacy/vault.ts'
import type { Rulebooks } from './rulebooks/rulebooks.ts'
import type { Session } from './session/sign-in.ts'
import type { Database } from './store/database.ts'

/** What the application is made of; nothing in it reads the environment or the clock by itself. */
export type AppDependencies = {
  readonly database: Database
  readonly rulebooks: Rulebooks
  readonly evidence: EvidenceStore
  readonly codes: CodeSigner
  readonly printer: Printer
  readonly paperCodes: PaperCodes
  /** Opens and seals what is personal. */
  readonly vault: Vault
  readonly imports: ImportService
  /** Something may have been queued for a counterpart: no need to wait for the next round. */
  readonly wakeOutbox: () => void
  readonly clock: () => EpochMs
  readonly defaultPlant: PlantId
  /** Where an installation without any plant keeps the code that its first administrator must know; null once there is one. */
  readonly setup: { readonly code: string; readonly dataDir: string } | null
  readonly isSecure: boolean
  /** The built web pages, or null where only the API is served. */
  readonly webFolder: string | null
  readonly version: string
  /** The plant's own certificate authority (PEM), where it has one that phones must install. */
  readonly authority?: string
}

export type AppEnv = { Variables: { session: Session | null; token: string | null } }
