import { Link, matchRoute, Redirect, Route, Switch, useLocation, useParams, useRouter } from 'wouter'
import { useAppearance } from '../session/appearance.ts'
import { ClockNotice } from '../session/clock-notice.tsx'
import { useWords } from '../session/language.tsx'
import { NotFoundPage } from '../session/not-found-page.tsx'
import { PageBoundary } from '../session/page-boundary.tsx'
import { isFor } from '../session/roles.ts'
import { useSession } from '../session/session.tsx'
import { AppShell, type MenuItem } from '../ui/desk/app-shell.tsx'
import { DeskTheme } from '../ui/desk/desk-theme.tsx'
import { PageHead } from '../ui/desk/page-head.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { DeskTools } from './desk-tools.tsx'
import { deskFeatures, menuPlaces, type DeskFeature, type MenuPlace } from './features.ts'

/** The office: the features that exist and are open to this person, in one frame. */
export const DeskShell = () => {
  const session = useSession()
  const { appearance } = useAppearance()
  const features = deskFeatures.filter(({ audience }) => isFor(audience, session.roles))
  return (
    <DeskTheme appearance={appearance}>
      <Frame plant={session.plant.name} features={features} />
    </DeskTheme>
  )
}

const Frame = ({ plant, features }: { plant: string; features: readonly DeskFeature[] }) => {
  const { shell } = useWords()
  const [location, navigate] = useLocation()
  const { parser } = useRouter()
  const menu = menuOf(features, shell.desk.menu)
  const first = menu[0]
  const open = features.find(({ path }) => matchRoute(parser, path, location)[0])
  return (
    <AppShell
      brand={shell.brand}
      plant={plant}
      menu={menu}
      menuLabel={shell.desk.menuLabel}
      current={features.find(({ menu: place }) => place === open?.menu)?.path ?? ''}
      onNavigate={navigate}
      tools={<DeskTools />}
    >
      <ClockNotice />
      <PageBoundary key={location}>
        <Switch>
          {features.map(({ path, page: Page, head }) => (
            <Route key={path} path={path}>
              {head && <StepHead {...head} />}
              <Page />
            </Route>
          ))}
          <Route path="/">
            {first ? (
              <Redirect to={first.path} replace />
            ) : (
              <EmptyState title={shell.desk.nothingHere} how={shell.desk.nothingHereHow} />
            )}
          </Route>
          <Route>
            <NotFoundPage home="/" />
          </Route>
        </Switch>
      </PageBoundary>
    </AppShell>
  )
}

/** Names the page and leads back, as the strip on top of the phone does. */
const StepHead = ({ title, back }: NonNullable<DeskFeature['head']>) => {
  const words = useWords()
  const params = useParams()
  const href = back.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? '')
  return <PageHead title={title(words)} note={<Link href={href}>← {words.shell.field.back}</Link>} />
}

const menuOf = (features: readonly DeskFeature[], labels: Readonly<Record<MenuPlace, string>>): readonly MenuItem[] =>
  (Object.keys(menuPlaces) as MenuPlace[]).flatMap((place) => {
    const opener = features.find(({ menu }) => menu === place)
    return opener ? [{ path: opener.path, href: opener.path, label: labels[place], icon: menuPlaces[place] }] : []
  })
