import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { useAppearance } from '../session/appearance.ts'
import { useWords } from '../session/language.tsx'
import { LiveMark } from '../session/live-updates.tsx'
import { NotFoundPage } from '../session/not-found-page.tsx'
import { PageBoundary } from '../session/page-boundary.tsx'
import { useSession } from '../session/session.tsx'
import { AppShell } from '../ui/desk/app-shell.tsx'
import { DeskTheme } from '../ui/desk/desk-theme.tsx'
import { contractorFeatures } from './features.ts'

/** The contractors' entry: the desk's frame around their own pages. */
export const ContractorShell = () => {
  const { appearance } = useAppearance()
  return (
    <DeskTheme appearance={appearance}>
      <Router base="/contractor">
        <Frame />
      </Router>
    </DeskTheme>
  )
}

const Frame = () => {
  const words = useWords()
  const { plant, name } = useSession()
  const [location, navigate] = useLocation()
  return (
    <AppShell
      brand={words.shell.contractor.title}
      plant={plant.name}
      menu={contractorFeatures.map(({ path, label, icon }) => ({
        path,
        href: `/contractor${path}`,
        label: label(words),
        icon,
      }))}
      menuLabel={words.shell.contractor.menuLabel}
      current={contractorFeatures.find(({ path }) => location.startsWith(path))?.path ?? ''}
      onNavigate={navigate}
      tools={
        <>
          <LiveMark />
          {name}
        </>
      }
    >
      <PageBoundary key={location}>
        <Switch>
          {contractorFeatures.map(({ path, page: Page }) => (
            <Route key={path} path={path}>
              <Page />
            </Route>
          ))}
          <Route path="/">{contractorFeatures[0] && <Redirect to={contractorFeatures[0].path} replace />}</Route>
          <Route>
            <NotFoundPage home="/" />
          </Route>
        </Switch>
      </PageBoundary>
    </AppShell>
  )
}
