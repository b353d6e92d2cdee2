import { Alert } from 'antd'
import type { RulebookCheck } from '#contract/rulebook.ts'
import { useWords } from '../../session/language.tsx'
import { Changes } from './changes.tsx'
import css from './rules.module.css'

/** What is wrong with an edition, which floors it breaks, and what it changes. */
export const Findings = ({ found: { problems, breaches, changes, mayPublish } }: { found: RulebookCheck }) => {
  const { rules: words } = useWords()
  return (
    <section className={css.found} role="status">
      {mayPublish && <Alert type="success" showIcon title={words.clean} />}
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={words.problems(problems.length)}
          description={
            <ul className={css.findings}>
              {problems.map(({ path, line, code, params }) => (
                <li key={`${path} ${code}`}>
                  {line !== null && <b>{words.line(line)}</b>}
                  <code>{path}</code> {code} {Object.values(params).map(String).join(' ')}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {breaches.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={words.breaches(breaches.length)}
          description={
            <ul className={css.findings}>
              {breaches.map(({ path, clause }) => (
                <li key={path}>
                  <b>{words.breach(clause)}</b>
                  <code>{path}</code>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {changes.length > 0 && (
        <>
          <h3>{words.changes(changes.length)}</h3>
          <Changes changes={changes} />
        </>
      )}
    </section>
  )
}
