import { z } from 'zod'
import type { GuardedCommand } from '#core/job/commands.ts'
import { hazardOwners } from '#core/job/site-records.ts'
import { changeRequests } from './changes.ts'
import {
  dutyId,
  employerId,
  equipmentId,
  evidenceId,
  gasId,
  instant,
  isoDay,
  levelId,
  longText,
  measureId,
  operationId,
  optionalText,
  permitId,
  personId,
  placeId,
  position,
  shortText,
  stepId,
  timeOfDay,
} from './values.ts'

/** Counts that keep one request small; a crew of more than fifty is two jobs. */
const crewMax = 50
const rowsMax = 100

const signature = z.strictObject({
  factor: z.enum(['session', 'pin', 'passkey']),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/, 'no-hash'),
  handwriting: evidenceId.exactOptional(),
  position: position.exactOptional(),
})

export const application = z.strictObject({
  applicant: personId,
  workUnit: employerId,
  leader: personId,
  crew: z.array(z.strictObject({ person: personId, duties: z.array(dutyId).max(20) })).max(crewMax),
  guardians: z.array(personId).max(crewMax),
  gasAnalyst: personId.exactOptional(),
  operations: z.array(operationId).max(8),
  place: placeId,
  placeDetail: shortText,
  content: longText,
  window: z.strictObject({ from: instant, to: instant }),
  urgentReason: optionalText.exactOptional(),
  dailyHours: z.strictObject({ from: timeOfDay, to: timeOfDay }).exactOptional(),
  fields: z.record(
    z.string().max(120),
    z.union([z.string().max(400), z.number(), z.boolean(), z.array(z.string().max(120)).max(30)]),
  ),
})

const preparationContent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('hazards'),
    hazards: z
      .array(
        z.strictObject({
          step: optionalText.exactOptional(),
          hazard: optionalText,
          consequence: optionalText,
          measures: optionalText,
          owner: z.enum(hazardOwners).exactOptional(),
          from: z.strictObject({ entry: shortText, version: z.int().min(1).max(1_000_000) }).exactOptional(),
        }),
      )
      .max(rowsMax),
  }),
  z.strictObject({
    kind: z.literal('plan'),
    text: optionalText,
    attachment: evidenceId.exactOptional(),
    document: z
      .strictObject({
        id: shortText,
        title: shortText,
        drawnUpBy: shortText,
        approvedBy: shortText,
        approvedOn: isoDay,
      })
      .exactOptional(),
  }),
  z.strictObject({ kind: z.literal('checklist'), present: z.array(shortText).max(rowsMax) }),
])

const gasUnit = z.enum(['percent-vol', 'percent-lel', 'ppm', 'mg-per-m3'])

const gasTest = z.strictObject({
  samples: z
    .array(
      z.strictObject({
        point: shortText,
        takenAt: instant,
        readings: z
          .array(
            z.strictObject({
              gas: gasId,
              value: z.number(),
              unit: gasUnit,
            }),
          )
          .min(1)
          .max(20),
      }),
    )
    .min(1)
    .max(20),
  instrument: equipmentId,
  analyst: personId,
  position,
  displayPicture: evidenceId,
  spoken: z.strictObject({ recording: evidenceId, said: z.string().trim().max(400) }).exactOptional(),
})

const comparedReadings = z
  .array(z.strictObject({ point: shortText, gas: gasId, value: z.number(), unit: gasUnit }))
  .min(1)
  .max(rowsMax)

/** Whoever confirms a sign-in without a picture is verified by the server, never claimed: that way has a resource of its own. */
const signInMethod = z.strictObject({ kind: z.literal('picture-on-site'), picture: evidenceId })

const passage = z.strictObject({
  what: z.union([
    z.strictObject({ person: personId }),
    z.strictObject({ tool: shortText, count: z.int().min(1).max(1000) }),
  ]),
  direction: z.enum(['in', 'out']),
})

const happened = { occurredAt: instant }
const stepOfPermit = { permit: permitId, step: stepId }
/** Whose right is used; that it was delegated is for the server to find, never for the request to say. */
const standingIn = { onBehalfOf: personId.exactOptional() }

/**
 * A command as it comes in. Who asks is the session's person, never the body; identities of permits and transitions of
 * presence are the server's own, so `SubmitJob` carries none and `RecordPresence` has a resource of its own.
 */
export const commandRequest = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('SubmitJob'),
    ...happened,
    application,
    levelsRaisedTo: z.record(z.string(), levelId).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('RecordPreparation'),
    ...happened,
    operation: operationId,
    preparation: shortText,
    content: preparationContent,
  }),
  z.strictObject({
    type: z.literal('ConfirmMeasure'),
    ...happened,
    operation: operationId,
    measure: measureId,
    isInvolved: z.boolean(),
    detail: optionalText,
  }),
  z.strictObject({ type: z.literal('SignBriefing'), ...happened, as: z.enum(['briefer', 'briefed']), signature }),
  z.strictObject({ type: z.literal('ApproveStep'), ...happened, ...stepOfPermit, ...standingIn, signature }),
  z.strictObject({
    type: z.literal('ReturnJob'),
    ...happened,
    ...standingIn,
    reason: longText,
    toStep: z.strictObject(stepOfPermit).exactOptional(),
  }),
  z.strictObject({ type: z.literal('AnswerReturn'), ...happened, note: optionalText }),
  z.strictObject({ type: z.literal('WithdrawApplication'), ...happened, reason: longText }),
  z.strictObject({ type: z.literal('TakeBackApproval'), ...happened, ...stepOfPermit, reason: longText }),
  z.strictObject({
    type: z.literal('AddSigner'),
    ...happened,
    ...stepOfPermit,
    ...standingIn,
    signer: personId,
    reason: longText,
  }),
  z.strictObject({ type: z.literal('RecordGasTest'), ...happened, test: gasTest }),
  z.strictObject({
    type: z.literal('RecordVentilation'),
    ...happened,
    ventilation: z.strictObject({
      fan: equipmentId,
      scan: evidenceId,
      runningPicture: evidenceId,
      position,
      startedAt: instant,
    }),
  }),
  z.strictObject({
    type: z.literal('SignInGuardian'),
    ...happened,
    signIn: z.strictObject({ person: personId, method: signInMethod, position }),
  }),
  z.strictObject({ type: z.literal('EndGuardianDuty'), ...happened, guardian: personId }),
  z.strictObject({ type: z.literal('StartWork'), ...happened, signature }),
  z.strictObject({ type: z.literal('ResumeWork'), ...happened, signature }),
  z.strictObject({
    type: z.literal('RecordSnapshot'),
    ...happened,
    snapshot: z.strictObject({
      workFace: evidenceId,
      guardian: evidenceId,
      position: position.exactOptional(),
      capturedAt: instant,
    }),
  }),
  z.strictObject({ type: z.literal('RecordPassage'), ...happened, passage }),
  z.strictObject({ type: z.literal('FinishWork'), ...happened }),
  z.strictObject({ type: z.literal('RecordFireWatch'), ...happened, isCalm: z.boolean() }),
  z.strictObject({ type: z.literal('RecordResidue'), ...happened, pictures: z.array(evidenceId).min(1).max(20) }),
  z.strictObject({ type: z.literal('SignAcceptance'), ...happened, acceptance: shortText, signature }),
  z.strictObject({
    type: z.literal('WitnessCheck'),
    ...happened,
    operation: operationId,
    check: shortText,
    picture: evidenceId,
    position,
  }),
  ...changeRequests,
  z.strictObject({
    type: z.literal('SettleDebt'),
    ...happened,
    debt: shortText,
    outcome: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('compared'), readings: comparedReadings }),
      z.strictObject({ kind: z.literal('explained'), reason: longText }),
    ]),
  }),
])

export type CommandRequest = z.output<typeof commandRequest>

type FromServer = 'by' | 'identities' | 'successor'
type ServerOwn =
  | 'RecordPresence'
  | 'CloseAlarm'
  | 'OpenContingency'
  | 'CloseContingency'
  | 'EnterPaperTicket'
  | 'KeepRecording'
  | 'ForeseeRest'
type Requestable = Exclude<GuardedCommand, { type: ServerOwn }>
type Asked = { [T in Requestable['type']]: Omit<Extract<Requestable, { type: T }>, FromServer> }[Requestable['type']]

/** Fails to compile when a command of the core has no request, or one with other fields. */
export const asCommand = (request: CommandRequest): Asked => request

/** Never refused. The reason may be missing: somebody who pulls the brake need not explain it first. */
export const stopRequest = z.strictObject({
  occurredAt: instant.exactOptional(),
  reason: z.enum(['stop-work', 'break', 'gas-alarm', 'other']).exactOptional(),
  note: z.string().max(400).exactOptional(),
  device: z.string().max(200).exactOptional(),
  position: position.exactOptional(),
})
