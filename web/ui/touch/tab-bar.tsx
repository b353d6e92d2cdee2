import { Icon, type IconName } from '../icons/icon.tsx'
import css from './tab-bar.module.css'

export type Tab = { readonly id: string; readonly label: string; readonly icon: IconName; readonly count?: number }

/** The foot of the field app. `scan` stands out in the middle because a gloved hand looks for it without reading. */
export const TabBar = ({
  tabs,
  current,
  onSelect,
  label,
}: {
  tabs: readonly Tab[]
  current: string
  onSelect: (id: string) => void
  label: string
}) => (
  <nav className={css.bar} aria-label={label}>
    {tabs.map((tab) => (
      <button
        key={tab.id}
        type="button"
        className={css.tab}
        data-icon={tab.icon}
        aria-current={tab.id === current ? 'page' : undefined}
        onClick={() => onSelect(tab.id)}
      >
        <span className={css.icon}>
          <Icon name={tab.icon} size={26} />
          {tab.count !== undefined && tab.count > 0 && <span className={css.count}>{tab.count}</span>}
        </span>
        {tab.label}
      </button>
    ))}
  </nav>
)
