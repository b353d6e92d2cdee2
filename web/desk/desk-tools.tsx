import { Button, Dropdown, type MenuProps } from 'antd'
import { useLocation } from 'wouter'
import { appearanceChoices, chooseAppearance, useAppearance } from '../session/appearance.ts'
import { languages, useSpeech, useWords } from '../session/language.tsx'
import { LiveMark } from '../session/live-updates.tsx'
import { useSession, useSignOut } from '../session/session.tsx'
import { Icon } from '../ui/icons/icon.tsx'

/** Right end of the head: whether the page is live, and the person with display, language and the way out. */
export const DeskTools = () => {
  const { name } = useSession()
  const { evacuation } = useWords()
  const [, navigate] = useLocation()
  return (
    <>
      <LiveMark />
      <Button danger onClick={() => navigate('/evacuation')}>
        {evacuation.title}
      </Button>
      <Dropdown menu={useMenu()} trigger={['click']} placement="bottomRight">
        <Button type="text" icon={<Icon name="me" size={18} />}>
          {name}
        </Button>
      </Dropdown>
    </>
  )
}

const useMenu = (): MenuProps => {
  const { words, language, speak } = useSpeech()
  const { choice } = useAppearance()
  const signOut = useSignOut()
  return {
    selectable: true,
    selectedKeys: [choice, language],
    items: [
      {
        type: 'group',
        label: words.session.theme.label,
        children: appearanceChoices.map((id) => ({
          key: id,
          label: words.session.theme[id],
          onClick: () => chooseAppearance(id),
        })),
      },
      {
        type: 'group',
        label: words.session.language.label,
        children: languages.map((id) => ({ key: id, label: words.session.language[id], onClick: () => speak(id) })),
      },
      { type: 'divider' },
      {
        key: 'sign-out',
        label: words.session.signOut,
        onClick: () => void signOut(),
      },
    ],
  }
}
