import { Link } from 'wouter'
import { EmptyState } from '../ui/empty-state.tsx'
import { useWords } from './language.tsx'

export const NotFoundPage = ({ home }: { home: string }) => {
  const words = useWords().shell.notFound
  return <EmptyState title={words.title} how={words.how} action={<Link href={home}>{words.home}</Link>} />
}
