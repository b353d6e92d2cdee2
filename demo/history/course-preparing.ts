import type { OperationId, PersonId } from '#core/ids.ts'
import { nextStep } from '#core/job/approval-chain.ts'
import { conditionViewOf } from '#core/job/condition-view.ts'
import type { Permit } from '#core/job/job.ts'
import { holds } from '#core/rulebook/condition.ts'
import type { ApprovalStep, Preparation } from '#core/rulebook/rulebook.ts'
import type { Hazard } from '#core/job/site-records.ts'
import { proposeRisks } from '#core/risk/risk-library.ts'
import { isoDate } from '#core/time/epoch.ts'
import { planDocumentOf } from '../plan-file.ts'
import { demoLibrary } from '../risk-library.ts'
import { recordOf, wait, waitUntil, type Course, type Steps } from './course-steps.ts'

/** On paper first, then the briefing, then the signatures in their order; false when the job ends here. */
export function* prepareAndApprove(course: Course): Steps<boolean> {
  const { plan, random, act } = course
  const { leader } = recordOf(course).application
  yield* prepare(course)
  yield* brief(course)
  if (plan.disturbances.has('cancelled')) {
    yield* wait(course, random.between(5, 40))
    act(leader, { type: 'CancelJob', reason: '生产安排变化，今日不作业' })
    return false
  }
  yield* approve(course)
  if (course.living.job.status === 'approved') return true
  act(leader, { type: 'CancelJob', reason: '未获批准，取消作业' })
  return false
}

/** Measures that the form lets be called not involved, and that are. */
const notInvolvedShare = 0.3

function* prepare(course: Course): Steps {
  const { plant, act, random } = course
  const { rulebook } = plant.setting
  const { permits, application } = recordOf(course)
  for (const permit of permits) {
    const operation = rulebook.operations[permit.operation]
    if (!operation) continue
    for (const preparation of operation.preparations) {
      if (!isAskedFor(preparation, permit, course)) continue
      yield* wait(course, random.between(1, 4))
      act(application.leader, {
        type: 'RecordPreparation',
        operation: permit.operation,
        preparation: preparation.id,
        content: contentOf(preparation, course, permit.operation),
      })
    }
    yield* wait(course, random.between(2, 5))
    for (const { id: measure, optional } of operation.measures)
      act(random.pick([application.guardians[0] ?? application.leader, application.leader]), {
        type: 'ConfirmMeasure',
        operation: permit.operation,
        measure,
        isInvolved: !(optional && random.chance(notInvolvedShare)),
        detail: '',
      })
  }
}

const isAskedFor = ({ when }: Preparation, { operation, level }: Permit, course: Course): boolean => {
  const { plant, plan } = course
  if (!when) return true
  const { application, permits } = recordOf(course)
  const view = conditionViewOf({
    operation,
    operations: permits.map((permit) => permit.operation),
    application,
    place: plant.placeOf(plan.place),
    level,
    clock: plant.clock,
    calendar: {},
    appliedAt: recordOf(course).submittedAt,
    rulebook: plant.setting.rulebook,
  })
  return holds(when, view) !== 'no'
}

/** What the library says of such work at this place, as leaders take it over: the closest rows, never all of them. */
const hazardsOf = ({ plant, plan }: Course, operation: OperationId): readonly Hazard[] => {
  const { equipment, unit } = plant.placeOf(plan.place)
  return proposeRisks(demoLibrary, { operation, equipment, area: unit })
    .slice(0, takenRows)
    .map(({ id: entry, version, step, hazard, consequence, measures, owner }) => ({
      step,
      hazard,
      consequence,
      measures,
      owner,
      from: { entry, version },
    }))
}
const takenRows = 5

const contentOf = (preparation: Preparation, course: Course, operation: OperationId) => {
  switch (preparation.kind) {
    case 'hazards':
      return {
        kind: 'hazards',
        hazards: hazardsOf(course, operation),
      }
    case 'plan':
      return {
        kind: 'plan',
        text: '监护人在外守护，异常时停止作业、撤离、报警；救援使用三脚架，不得盲目施救。',
        document: {
          id: planDocumentOf(course.living.id),
          title: preparation.name.zh,
          drawnUpBy: '设备技术员',
          approvedBy: '生产部',
          approvedOn: isoDate(course.plant.clock.dateOf(recordOf(course).submittedAt)),
        },
      }
    case 'checklist':
      return { kind: 'checklist', present: preparation.items.map((item) => item.id) }
  }
}

function* brief(course: Course): Steps {
  const { act, random, signature } = course
  const { leader, crew, guardians } = recordOf(course).application
  yield* wait(course, random.between(2, 6))
  act(leader, { type: 'SignBriefing', as: 'briefer', signature })
  for (const person of new Set([...crew.map((one) => one.person), ...guardians]))
    act(person, { type: 'SignBriefing', as: 'briefed', signature })
}

/** Each step by somebody who holds its right; sometimes one comes late, sometimes one sends it back first. */
function* approve(course: Course): Steps {
  const { plant, plan, act, random, signature } = course
  let mustReturn = plan.disturbances.has('returned')
  let mustDelay = plan.disturbances.has('approval-overdue')
  for (let guard = 0; guard < 12; guard++) {
    const record = recordOf(course)
    const turn = record.permits
      .map((permit) => ({ permit, step: nextStep(permit, record, plant.setting.rulebook) }))
      .find(({ step }) => step !== null)
    if (!turn || turn.step === null || turn.step === 'no-chain') return
    const { permit, step } = turn
    if (mustDelay && plan.disturbedAt !== undefined) yield* waitUntil(course, plan.disturbedAt)
    else yield* wait(course, mustDelay ? step.withinMinutes.value + random.between(6, 30) : random.between(4, 22))
    mustDelay = false
    const approver = approverOf(course, step)
    if (approver === undefined) return
    if (mustReturn) {
      mustReturn = false
      act(approver, { type: 'ReturnJob', reason: '危害分析不完整，请补充后重新提交审批' })
      yield* prepare(course)
      act(record.application.applicant, { type: 'AnswerReturn', note: '已补充危害分析' })
      continue
    }
    if (!act(approver, { type: 'ApproveStep', permit: permit.id, step: step.id, signature }).accepted) return
  }
}

/** Whoever holds the right and does not work on the job: nobody approves their own work. */
export const approverOf = (course: Course, { by }: Pick<ApprovalStep, 'by'>): PersonId | undefined => {
  const { plant, plan } = course
  const { leader, applicant, crew } = recordOf(course).application
  const own = new Set<string>([leader, applicant, ...crew.map(({ person }) => person)])
  const today = isoDate(plant.clock.dateOf(plant.now()))
  const { unit } = plant.placeOf(plan.place)
  return plant.setting.people
    .filter((person) => {
      const facts = plant.setting.personFacts(person.number, today)
      return (
        !own.has(person.number) &&
        facts?.authorities.includes(by.authority) === true &&
        (by.of === 'plant' || facts.unit === unit)
      )
    })
    .map(({ number }) => number as PersonId)[0]
}
