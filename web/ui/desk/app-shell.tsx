import type { MouseEvent, ReactNode } from 'react'
import { BrandMark } from '../icons/brand-mark.tsx'
import { Icon, type IconName } from '../icons/icon.tsx'
import css from './app-shell.module.css'

export type MenuItem = {
  readonly path: string
  readonly href: string
  readonly label: string
  readonly icon: IconName
  readonly count?: number
}

/** Left menu by work, a head with the plant and the person, the page in the middle. The menu is what it is given: no page, no item. */
export const AppShell = ({
  brand,
  plant,
  menu,
  menuLabel,
  current,
  onNavigate,
  tools,
  children,
}: {
  brand: string
  plant: string
  menu: readonly MenuItem[]
  menuLabel: string
  current: string
  onNavigate: (path: string) => void
  tools: ReactNode
  children: ReactNode
}) => (
  <div className={css.shell}>
    <aside className={css.side}>
      <div className={css.brand}>
        <BrandMark size={28} />
        <span>{brand}</span>
      </div>
      <nav aria-label={menuLabel}>
        <ul className={css.menu}>
          {menu.map((item) => (
            <li key={item.path}>
              <a
                className={css.item}
                href={item.href}
                aria-current={item.path === current ? 'page' : undefined}
                onClick={(event) => followInPlace(event, () => onNavigate(item.path))}
              >
                <Icon name={item.icon} size={20} />
                <span className={css.label}>{item.label}</span>
                {item.count !== undefined && item.count > 0 && <span className={css.count}>{item.count}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </aside>
    <header className={css.head}>
      <span className={css.plant}>{plant}</span>
      <div className={css.tools}>{tools}</div>
    </header>
    <main className={css.main}>{children}</main>
  </div>
)

/** A plain click stays in the page; a middle click or one with a key opens a tab, as with every link. */
const followInPlace = (event: MouseEvent, follow: () => void): void => {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  follow()
}
