import { createFiles } from './credentials.ts'
import { createMess } from './ledger-mess.ts'
import { contractorCertificatesSheet, equipmentSheet, specialOperationSheet } from './ledger-sheets/certificates.ts'
import type { Hand, MessyLedgers } from './ledger-sheets/hand.ts'
import { matrixNotesSheet, matrixSheet } from './ledger-sheets/matrix.ts'
import { medicalSheet } from './ledger-sheets/medicals.ts'
import { contractorsSheet, employeesSheet, leaversSheet } from './ledger-sheets/people.ts'
import { trainingLines } from './ledger-sheets/trainings.ts'
import { createRandom } from './random.ts'
import { createRoster, rosterSeed } from './roster.ts'

/** The five ledgers of the fictional plant, as five offices keep them. Those who play a part in the demo stay readable. */
export const createMessyLedgers = (): MessyLedgers => {
  const roster = createRoster()
  const random = createRandom(rosterSeed + 2)
  const hand: Hand = {
    roster,
    files: createFiles(roster),
    random,
    mess: createMess(random),
    clean: new Set(Object.values(roster.cast)),
  }
  return {
    workbooks: [
      {
        file: '花名册.xlsx',
        dateSystem: '1900',
        sheets: [employeesSheet(hand), contractorsSheet(hand), leaversSheet(hand)],
      },
      {
        file: '特种作业证台账.xlsx',
        dateSystem: '1900',
        sheets: [specialOperationSheet(hand), contractorCertificatesSheet(hand), equipmentSheet(hand)],
      },
      { file: '体检台账.xlsx', dateSystem: '1904', sheets: [medicalSheet(hand)] },
      { file: '岗位作业矩阵.xlsx', dateSystem: '1900', sheets: [matrixSheet(), matrixNotesSheet()] },
    ],
    csv: { file: '培训记录.csv', lines: trainingLines(hand) },
  }
}
