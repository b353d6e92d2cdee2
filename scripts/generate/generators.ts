import { generateConformityDoc } from './conformity-doc.ts'
import { generateRulesDoc } from './rules-doc.ts'
import { generateSchemaSnapshot } from './schema-snapshot.ts'

/** Every generated file and what writes it. */
export const generators: { readonly [file: string]: () => Promise<string> } = {
  'docs/conformity.md': generateConformityDoc,
  'docs/rules.md': generateRulesDoc,
  'server/store/schema.generated.sql': generateSchemaSnapshot,
}
