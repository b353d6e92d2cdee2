import { SafetyShape } from '../safety/safety-shape.tsx'
import { useUi } from '../ui-context.tsx'
import css from './refusal-cards.module.css'

/** One reason, already in words: the fact that is wrong, why it matters (folded), and the next taps that put it right. */
export type RefusalCard = {
  readonly id: string
  readonly what: string
  readonly clause?: string
  readonly why?: string
  readonly actions: readonly RefusalAction[]
}
export type RefusalAction = {
  readonly id: string
  readonly label: string
  readonly onAct: () => void
  readonly pending?: boolean
}
/** Reasons stand together by who can put them right. */
export type RefusalGroup = { readonly fixer: string; readonly cards: readonly RefusalCard[] }

/** All reasons at once, grouped by who can fix them. A refusal is a helping hand, so each card ends in what can be done. */
export const RefusalCards = ({ title, groups }: { title: string; groups: readonly RefusalGroup[] }) => {
  const { words } = useUi()
  const count = groups.reduce((sum, group) => sum + group.cards.length, 0)
  if (count === 0) return null
  return (
    <section className={css.refusals} role="alert" aria-label={title}>
      <header className={css.head}>
        <SafetyShape state="stopped" size={28} titled />
        <h2 className={css.title}>{title}</h2>
        <span className={css.count}>{words.refusals.count(count)}</span>
      </header>
      {groups.map((group) => (
        <div key={group.fixer} className={css.group}>
          <h3 className={css.fixer}>{words.refusals.fixer(group.fixer)}</h3>
          {group.cards.map((card) => (
            <Reason key={card.id} card={card} />
          ))}
        </div>
      ))}
    </section>
  )
}

const Reason = ({ card }: { card: RefusalCard }) => {
  const { words } = useUi()
  return (
    <article className={css.card}>
      <p className={css.what}>{card.what}</p>
      {(card.why !== undefined || card.clause !== undefined) && (
        <details className={css.why}>
          <summary>{words.refusals.why}</summary>
          <p>
            {card.why} {card.clause !== undefined && <span className={css.clause}>{card.clause}</span>}
          </p>
        </details>
      )}
      {card.actions.length > 0 && (
        <div className={css.actions}>
          {card.actions.map((action, index) => (
            <button
              key={action.id}
              type="button"
              className={css.action}
              data-first={index === 0}
              disabled={action.pending}
              onClick={action.onAct}
            >
              {action.label}
            </button>
          ))}
        </div>
      )}
    </article>
  )
}
