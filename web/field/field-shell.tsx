import { Redirect, Route, Router, Switch, useLocation } from 'wouter'
import { ClockNotice } from '../session/clock-notice.tsx'
import { useWords } from '../session/language.tsx'
import { NotFoundPage } from '../session/not-found-page.tsx'
import { PageBoundary } from '../session/page-boundary.tsx'
import { isFor } from '../session/roles.ts'
import { useSession } from '../session/session.tsx'
import { TabBar } from '../ui/touch/tab-bar.tsx'
import { DutyWatch } from './duty-watch.tsx'
import { EvacuationWatch } from '../features/evacuation/evacuation-watch.tsx'
import { GuardWatch } from '../features/sign-in/guard-watch.tsx'
import { fieldFeatures, fieldTabs, type FieldFeature } from './features.ts'
import { FieldStrip } from './field-strip.tsx'
import css from './field-shell.module.css'

/** The phone: a strip on top, the page, and the tabs at the foot. */
export const FieldShell = () => {
  const { roles } = useSession()
  const features = fieldFeatures.filter(({ audience }) => isFor(audience, roles))
  const home = fieldTabs.map((tab) => tabPage(features, tab)).find((feature) => feature !== undefined)?.path ?? '/me'
  return (
    <Router base="/field">
      <Switch>
        {features.map((feature) => (
          <Route key={feature.path} path={feature.path}>
            <Frame feature={feature} features={features} />
          </Route>
        ))}
        <Route path="/">
          <Redirect to={home} replace />
        </Route>
        <Route>
          <NotFoundPage home="/" />
        </Route>
      </Switch>
      <DutyWatch />
    </Router>
  )
}

const Frame = ({ feature, features }: { feature: FieldFeature; features: readonly FieldFeature[] }) => {
  const words = useWords()
  const [location, navigate] = useLocation()
  const { page: Page } = feature
  return (
    <div className={css.shell}>
      {feature.at === 'tab' ? (
        <FieldStrip />
      ) : (
        <FieldStrip
          title={feature.title(words)}
          onBack={() => (history.length > 1 ? history.back() : navigate(feature.back))}
        />
      )}
      <div>
        <ClockNotice />
        <EvacuationWatch />
        <GuardWatch />
      </div>
      <main className={css.page}>
        <PageBoundary key={location}>
          <Page />
        </PageBoundary>
      </main>
      {feature.at === 'tab' && (
        <TabBar
          label={words.shell.field.tabsLabel}
          current={feature.tab}
          onSelect={(id) => navigate(features.find((other) => other.at === 'tab' && other.tab === id)?.path ?? '/')}
          tabs={fieldTabs
            .filter((tab) => tabPage(features, tab))
            .map((tab) => ({ id: tab, icon: tab, label: words.shell.field.tabs[tab] }))}
        />
      )}
    </div>
  )
}

const tabPage = (features: readonly FieldFeature[], tab: string): FieldFeature | undefined =>
  features.find((feature) => feature.at === 'tab' && feature.tab === tab)
