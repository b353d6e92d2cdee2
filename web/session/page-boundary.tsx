import { Component, Suspense, type ReactNode } from 'react'
import { BigButton } from '../ui/touch/big-button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from './language.tsx'

/** Around every page: it may still be loading, and if it breaks, the rest of the app (and the stop button) stays. */
export const PageBoundary = ({ children }: { children: ReactNode }) => (
  <BreakageBoundary>
    <Suspense fallback={null}>{children}</Suspense>
  </BreakageBoundary>
)

class BreakageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children
  }
}

const BrokenPage = () => {
  const words = useWords().session.failure
  return (
    <EmptyState
      title={words.pageBroken}
      how={words.unreadable}
      action={
        <BigButton wide={false} onClick={() => location.reload()}>
          {words.reload}
        </BigButton>
      }
    />
  )
}
