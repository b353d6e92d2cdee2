import { useState } from 'react'
import type { EvidenceId, PersonId } from '#core/ids.ts'
import { PictureRow, type Captured } from '../../session/job/capture-step.tsx'
import { useWords } from '../../session/language.tsx'
import { useSession } from '../../session/session.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { ChoiceTiles } from '../../ui/touch/choice-tiles.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'
import own from './isolation.module.css'
import type { PointAct, ShownPoint } from './point-card.tsx'
import type { GivenToPoint } from './use-point-command.ts'

export type Acting = {
  readonly point: ShownPoint
  readonly what: PointAct
  readonly captured?: Captured
  /** What had been typed before the camera was opened. */
  readonly typed?: Typed
}
type Typed = { readonly lock: string; readonly tag: string; readonly person: string | undefined }
export type Filled = { readonly request: GivenToPoint }

/** The short form of one act at a point. */
export const ActSheet = ({
  acting,
  people,
  onPicture,
  onDone,
  onClose,
}: {
  acting: Acting
  people: readonly { readonly id: string; readonly name: string }[]
  onPicture: (acting: Acting) => void
  onDone: (filled: Filled) => void
  onClose: () => void
}) => {
  const { isolation: words } = useWords()
  const { personId } = useSession()
  const { point, what, captured } = acting
  const [typed, setTyped] = useState<Typed>(
    acting.typed ?? { lock: '', tag: point.number, person: what === 'lock' ? (personId ?? undefined) : undefined },
  )
  const others = what === 'lock' ? people : people.filter(({ id }) => id !== personId)
  const person = typed.person as PersonId | undefined
  const picture = captured ? { picture: captured.evidence as EvidenceId } : {}
  const choose = (label: string) => (
    <div className={own.choose}>
      <span className={own.label}>{label}</span>
      <ChoiceTiles
        label={label}
        choices={others.map(({ id, name }) => ({ id, label: name }))}
        chosen={typed.person === undefined ? [] : [typed.person]}
        onToggle={(id) => setTyped({ ...typed, person: id })}
      />
    </div>
  )
  const pictureButton = (label: string) =>
    captured ? (
      <PictureRow name={label} blob={captured.blob} saved={captured.saved} isNear={captured.isNear} />
    ) : (
      <BigButton onClick={() => onPicture({ point, what, typed })}>{label}</BigButton>
    )

  return (
    <Sheet title={`${point.number} · ${words[what]}`} onClose={onClose}>
      <div className={own.sheet}>
        {what === 'lock' && (
          <>
            <TextField label={words.lockNumber} value={typed.lock} onChange={(lock) => setTyped({ ...typed, lock })} />
            <TextField label={words.tagNumber} value={typed.tag} onChange={(tag) => setTyped({ ...typed, tag })} />
            {choose(words.keyHolder)}
            {pictureButton(words.picture)}
            <BigButton
              kind="primary"
              disabled={typed.lock.trim() === '' || typed.tag.trim() === '' || person === undefined}
              onClick={() =>
                person !== undefined &&
                onDone({
                  request: {
                    type: 'IsolatePoint',
                    lockNumber: typed.lock.trim(),
                    tagNumber: typed.tag.trim(),
                    keyHolder: person,
                    ...picture,
                  },
                })
              }
            >
              {words.lockNow}
            </BigButton>
          </>
        )}
        {what === 'tryOut' && (
          <>
            <p>{words.tryOutHow}</p>
            {choose(words.witness)}
            {pictureButton(words.tryOutPicture)}
            <div className={own.pair}>
              {([true, false] as const).map((isDead) => (
                <BigButton
                  key={String(isDead)}
                  kind={isDead ? 'primary' : 'secondary'}
                  disabled={person === undefined}
                  onClick={() =>
                    person !== undefined &&
                    onDone({ request: { type: 'TryOutPoint', witness: person, isDead, ...picture } })
                  }
                >
                  {isDead ? words.dead : words.live}
                </BigButton>
              ))}
            </div>
          </>
        )}
        {what === 'handOver' && (
          <>
            {choose(words.keyHolder)}
            <BigButton
              kind="primary"
              disabled={person === undefined}
              onClick={() => person !== undefined && onDone({ request: { type: 'HandOverKey', to: person } })}
            >
              {words.handOver}
            </BigButton>
          </>
        )}
        {what === 'restore' && (
          <>
            <p>{words.restoreHow}</p>
            <BigButton kind="primary" onClick={() => onDone({ request: { type: 'RestorePoint' } })}>
              {words.restoreNow}
            </BigButton>
          </>
        )}
      </div>
    </Sheet>
  )
}
