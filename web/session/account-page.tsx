import { useLocation } from 'wouter'
import { Card } from '../ui/touch/card.tsx'
import { BigButton } from '../ui/touch/big-button.tsx'
import { Segments } from '../ui/touch/segments.tsx'
import css from './account-page.module.css'
import { appearanceChoices, chooseAppearance, useAppearance } from './appearance.ts'
import { ClockNotice } from './clock-notice.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useWords } from './language.tsx'
import { PinCard } from './pin-card.tsx'
import { approvers, isFor } from './roles.ts'
import { useSession, useSignOut } from './session.tsx'

/** Who I am, how the screen looks and speaks, and the way out. */
export const AccountPage = () => {
  const { name, plant, roles } = useSession()
  const [, navigate] = useLocation()
  const { session: words, shell, approving } = useWords()
  const { choice } = useAppearance()
  const signOut = useSignOut()
  return (
    <div className={css.page}>
      <ClockNotice />
      <Card title={name} aside={shell.account}>
        <p className={css.plant}>{plant.name}</p>
      </Card>
      <Card title={words.theme.label}>
        <Segments
          label={words.theme.label}
          options={appearanceChoices.map((id) => ({ id, label: words.theme[id] }))}
          chosen={choice}
          onChoose={chooseAppearance}
        />
      </Card>
      <Card title={words.language.label}>
        <LanguageSwitch />
      </Card>
      <PinCard />
      {isFor(approvers, roles) && (
        <BigButton onClick={() => navigate('/stand-in')}>{approving.standIn.title}</BigButton>
      )}
      <BigButton onClick={() => void signOut()}>{words.signOut}</BigButton>
    </div>
  )
}
