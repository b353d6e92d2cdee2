import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { createRandom } from '../random.ts'

export type DrawnPicture = { readonly bytes: Buffer; readonly widthPixels: number; readonly heightPixels: number }

const width = 640
const height = 480
/** Looks per step; each picture is one of them with its own name inside, so that no two are the same file. */
const looksPerStep = 6
export const picturedSteps = ['gas-test', 'ventilation', 'guardian-sign-in', 'snapshot', 'close-out'] as const

/** Plain drawings of a site, clearly no photographs: nobody shall take the demo's pictures for real evidence. */
export const createPictures = async () => {
  const looks = new Map<string, readonly Buffer[]>()
  for (const [i, step] of picturedSteps.entries())
    looks.set(
      step,
      await Promise.all(Array.from({ length: looksPerStep }, (_, look) => drawLook(step, i * looksPerStep + look))),
    )
  return (evidenceId: string, step: string): DrawnPicture => {
    const ofStep = looks.get(step) ?? []
    const digit = Number.parseInt(createHash('sha256').update(evidenceId).digest('hex').slice(0, 8), 16)
    const look = ofStep[digit % Math.max(1, ofStep.length)]
    if (!look) throw new Error(`no picture is drawn for ${step}`)
    return { bytes: named(look, evidenceId), widthPixels: width, heightPixels: height }
  }
}

/** A comment segment right behind the start of the image: allowed by the format, invisible, and different each time. */
const named = (jpeg: Buffer, name: string): Buffer => {
  const comment = Buffer.from(name, 'latin1')
  const head = Buffer.from([0xff, 0xfe, (comment.length + 2) >> 8, (comment.length + 2) & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), head, comment, jpeg.subarray(2)])
}

const drawLook = (step: string, seed: number): Promise<Buffer> => {
  const random = createRandom(seed + 471)
  const hue = random.between(190, 215)
  const ground = random.between(300, 350)
  const at = random.between(180, 420)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="640" height="480" fill="hsl(${hue},35%,${random.between(72, 84)}%)"/>
    <rect y="${ground}" width="640" height="${480 - ground}" fill="hsl(35,12%,${random.between(45, 58)}%)"/>
    <g fill="hsl(${hue},10%,55%)" stroke="hsl(${hue},14%,35%)" stroke-width="3">
      <rect x="${at - 130}" y="${ground - 190}" width="110" height="200" rx="52"/>
      <path d="M0 ${ground - 120}H640M0 ${ground - 92}H640" stroke-width="12" stroke="hsl(${hue},8%,48%)"/>
      <circle cx="${at - 75}" cy="${ground - 60}" r="26" fill="hsl(${hue},8%,30%)"/>
    </g>
    ${subjects[step as (typeof picturedSteps)[number]](at + 90, ground, random.between(0, 99))}
  </svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 78 }).toBuffer()
}

const person = (x: number, ground: number, helmet: string): string =>
  `<g><rect x="${x - 26}" y="${ground - 96}" width="52" height="110" rx="18" fill="#f5b800"/><path d="M${x - 26} ${ground - 56}h52" stroke="#e8eef0" stroke-width="9"/><circle cx="${x}" cy="${ground - 118}" r="24" fill="#d9a47c"/><path d="M${x - 28} ${ground - 122}a28 26 0 0 1 56 0z" fill="${helmet}"/></g>`

const subjects: {
  readonly [S in (typeof picturedSteps)[number]]: (x: number, ground: number, digits: number) => string
} = {
  'gas-test': (x, ground, digits) =>
    `<rect x="${x - 75}" y="${ground - 190}" width="150" height="210" rx="16" fill="#f5b800" stroke="#333" stroke-width="4"/><rect x="${x - 58}" y="${ground - 168}" width="116" height="92" fill="#cfe3c8"/><g font-family="monospace" font-size="26" fill="#123"><text x="${x - 48}" y="${ground - 136}">O2 20.${digits % 10}</text><text x="${x - 48}" y="${ground - 96}">EX  ${digits % 6}</text></g>`,
  ventilation: (x, ground, digits) =>
    `<circle cx="${x}" cy="${ground - 70}" r="92" fill="#0a4da2"/><circle cx="${x}" cy="${ground - 70}" r="76" fill="#22303a"/><g fill="#b9c4cc" transform="rotate(${digits} ${x} ${ground - 70})">${[0, 120, 240].map((angle) => `<ellipse cx="${x}" cy="${ground - 106}" rx="17" ry="36" transform="rotate(${angle} ${x} ${ground - 70})"/>`).join('')}</g>`,
  'guardian-sign-in': (x, ground) =>
    `<g transform="translate(${-x} ${-ground}) scale(2)">${person(x, ground, '#c8102e')}</g>`,
  snapshot: (x, ground, digits) =>
    `${person(x, ground, '#0a4da2')}${person(x + 90, ground, '#c8102e')}<path d="M${x - 60} ${ground - 40}l${-10 - (digits % 12)} -22m0 30l-26 6m20 -30l-24 -18" stroke="#ffd94a" stroke-width="5"/>`,
  'close-out': (x, ground) =>
    `<path d="M${x - 110} ${ground + 10}h230" stroke="#8a6d3b" stroke-width="10"/><rect x="${x + 30}" y="${ground - 78}" width="44" height="90" rx="16" fill="#c8102e"/><rect x="${x + 44}" y="${ground - 94}" width="16" height="18" fill="#222"/>`,
}
