/** What a source file imports, in whichever way it says so. */
export const readImports = (source: string): readonly string[] => {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  return patterns.flatMap((pattern) => Array.from(code.matchAll(pattern), ([, specifier = '']) => specifier))
}

const patterns = [
  /^\s*(?:import|export)\s[^;'"`]*?\sfrom\s*['"]([^'"]+)['"]/gm,
  /^\s*import\s*['"]([^'"]+)['"]/gm,
  /\bimport\(\s*['"]([^'"]+)['"]/g,
]
