import { posix } from 'node:path'

/** Which of our folders a folder may import. Read top to bottom, the folders are the direction of every import. */
const mayImport: { readonly [folder: string]: readonly string[] | 'anything' } = {
  core: [],
  rulebooks: [],
  simulators: [],
  contract: ['core'],
  server: ['core', 'contract', 'rulebooks'],
  web: ['core', 'contract'],
  demo: 'anything',
  scripts: 'anything',
  e2e: 'anything',
  bench: 'anything',
}

/** Inside one top folder: parts that must not know of each other. `*` is every part of that folder. */
const mustNotImport: readonly { readonly from: string; readonly to: readonly string[]; readonly why: string }[] = [
  {
    from: 'web/ui/',
    to: ['web/features/', 'web/session/', 'web/desk/', 'web/field/', 'web/contractor/'],
    why: 'ui knows nothing of ours',
  },
  {
    from: 'web/session/',
    to: ['web/features/', 'web/desk/', 'web/field/', 'web/contractor/'],
    why: 'session serves the features',
  },
  { from: 'web/features/', to: ['web/desk/', 'web/field/', 'web/contractor/'], why: 'entries compose features' },
  { from: 'server/', to: ['server/main.ts'], why: 'nothing imports the composition root' },
  {
    from: 'server/store/',
    to: [
      'server/routes/',
      'server/views/',
      'server/reactions/',
      'server/integrations/',
      'server/handle.ts',
      'server/app.ts',
    ],
    why: 'the store is below everything',
  },
  {
    from: 'server/views/',
    to: ['server/routes/', 'server/reactions/', 'server/integrations/', 'server/handle.ts', 'server/app.ts'],
    why: 'a view only reads',
  },
  {
    from: 'server/integrations/',
    to: ['server/routes/', 'server/views/', 'server/reactions/', 'server/app.ts'],
    why: 'an integration only speaks to its counterpart',
  },
  { from: 'server/reactions/', to: ['server/routes/', 'server/app.ts'], why: 'a reaction goes through handle' },
  {
    from: 'server/routes/',
    to: ['server/integrations/', 'server/app.ts'],
    why: 'a counterpart is reached through a reaction',
  },
]

/** Everything that is wrong with one file's imports, as sentences. */
export const checkImports = (file: string, specifiers: readonly string[]): readonly string[] => {
  const folder = topFolder(file)
  if (folder === undefined) return []
  const allowed = mayImport[folder]
  if (!allowed) return [`${file}: the folder ${folder} is not in the import table`]
  return specifiers.flatMap((specifier) => {
    const target = resolveOurs(file, specifier)
    const problems =
      target === undefined ? checkPackage(file, folder, specifier) : checkOurs(file, folder, allowed, specifier, target)
    return problems.map((problem) => `${file} imports ${specifier}: ${problem}`)
  })
}

export const isTest = (file: string): boolean =>
  /\.(test|e2e|bench)\.tsx?$/.test(file) || /\/testing\/|\/examples\.ts$/.test(file)

const topFolder = (file: string): string | undefined =>
  file.includes('/') ? file.slice(0, file.indexOf('/')) : undefined

/** The file of ours that is meant, or undefined for a package. */
const resolveOurs = (file: string, specifier: string): string | undefined => {
  if (specifier.startsWith('#')) return specifier.slice(1)
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  return undefined
}

/** The domain is pure: what it needs of the world comes in as an argument. Its tests may use the test runner. */
const checkPackage = (file: string, folder: string, specifier: string): readonly string[] => {
  const isForTests = isTest(file) && (specifier.startsWith('node:') || specifier === 'fast-check')
  return folder === 'core' && !isForTests ? ['core imports no package and nothing of Node'] : []
}

const checkOurs = (
  file: string,
  folder: string,
  allowed: readonly string[] | 'anything',
  specifier: string,
  target: string,
): readonly string[] => {
  const targetFolder = topFolder(target)
  if (targetFolder === folder) {
    if (specifier.startsWith('#')) return ['inside a folder imports are relative']
    return checkInside(file, target)
  }
  // Configuration and package.json lie beside the folders.
  if (targetFolder === undefined || specifier.includes('package.json')) return []
  if (file.startsWith('web/ui/') && !isTest(file)) return ['ui knows nothing of ours']
  const problems = specifier.startsWith('.') ? [`a border is crossed with #${targetFolder}/`] : []
  const isAllowed = allowed === 'anything' || allowed.includes(targetFolder) || mayAsTest(file, folder, targetFolder)
  return isAllowed ? problems : [...problems, `${folder} may import ${allowed.join(', ') || 'nothing of ours'}`]
}

/** A test may stand on the fictional plant and on a database of its own; the domain's tests on the rulebooks. */
const mayAsTest = (file: string, folder: string, target: string): boolean =>
  isTest(file) &&
  (folder === 'core' ? target === 'rulebooks' : ['scripts', 'demo', 'simulators', 'rulebooks'].includes(target))

const checkInside = (file: string, target: string): readonly string[] => {
  const feature = (path: string): string | undefined => /^web\/features\/([^/]+)/.exec(path)?.[1]
  const isOtherFeature =
    feature(file) !== undefined && feature(target) !== undefined && feature(file) !== feature(target)
  const rows = isTest(file)
    ? []
    : mustNotImport.filter(({ from, to }) => file.startsWith(from) && to.some((part) => target.startsWith(part)))
  return [...rows.map(({ why }) => why), ...(isOtherFeature ? ['a feature never imports another feature'] : [])]
}
