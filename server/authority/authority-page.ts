import { authorityWords } from './authority-words.ts'

export type PageLanguage = keyof typeof authorityWords

/** One page without script or picture: it has to work in any browser, before the connection is trusted. */
export const authorityPage = (language: PageLanguage, fingerprint: string): string => {
  const words = authorityWords[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const steps = (title: string, lines: readonly string[]): string =>
    `<h2>${title}</h2><ol>${lines.map((line) => `<li>${line}</li>`).join('')}</ol>`
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} · Holdpoint</title>
<style>${style}</style>
<main>
<p><a href="?lang=${other}">${words.otherLanguage}</a></p>
<h1>${words.title}</h1>
<p>${words.why}</p>
<p><a class="button" href="/tls/ca.crt" download="holdpoint-ca.crt">${words.download}</a></p>
${steps('Android', words.android)}
${steps('iPhone · iPad', words.apple)}
${steps('Windows · macOS', words.desktop)}
<p>${words.compare}</p>
<p><code>SHA-256 ${fingerprint}</code></p>
<p><a class="button plain" href="/field">${words.done}</a></p>
</main>
</html>
`
}

const style = `
body { margin: 0; font: 17px/1.6 system-ui, "PingFang SC", "HarmonyOS Sans", "Microsoft YaHei", "Noto Sans SC", sans-serif; color: #14181d; background: #fff }
main { max-width: 40rem; margin: 0 auto; padding: 16px }
h1 { font-size: 24px; line-height: 1.3 } h2 { font-size: 18px; margin: 24px 0 0 }
ol { margin: 8px 0; padding-left: 24px }
code { overflow-wrap: anywhere }
a { color: #0b6e6e }
.button { display: block; min-height: 56px; box-sizing: border-box; padding: 14px 16px; border-radius: 8px; background: #0b6e6e; color: #fff; font-weight: 600; text-align: center; text-decoration: none }
.plain { background: #fff; color: #0b6e6e; border: 2px solid #0b6e6e }
`
