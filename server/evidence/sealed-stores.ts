import { createPaperCodes, type PaperCodes } from '../paper/paper-codes.ts'
import { createVault, type Vault } from '../privacy/vault.ts'
import { loadServerKey } from '../server-key.ts'
import { createEvidenceStore, type EvidenceStore } from './evidence-store.ts'
import { type CodeSigner, createCodeSigner } from './signed-code.ts'
import { deriveSigningKey } from './signing-key.ts'

/** All that hangs on the server's key in the data directory. */
export const createSealedStores = async (
  dataDir: string,
): Promise<{
  readonly evidence: EvidenceStore
  readonly codes: CodeSigner
  readonly vault: Vault
  readonly paperCodes: PaperCodes
}> => {
  const serverKey = await loadServerKey(dataDir)
  const codes = createCodeSigner(deriveSigningKey(serverKey, 'signed-code'))
  const paperCodes = createPaperCodes(deriveSigningKey(serverKey, 'paper-code'))
  return {
    codes,
    paperCodes,
    vault: createVault(serverKey),
    evidence: createEvidenceStore({ dataDir, serverKey, codes }),
  }
}
