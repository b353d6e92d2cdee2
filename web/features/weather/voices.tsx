import type { LatestWeather, WeatherVoice } from '#contract/weather.ts'
import { useWords } from '../../session/language.tsx'
import { useListed } from '../../ui/listed.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { useNow } from '../../ui/time/use-now.ts'
import { Card } from '../../ui/touch/card.tsx'
import css from './voices.module.css'

const minuteMs = 60_000

/** What the weather is by whom, and how old that is: the newest on top, the others below, and whether the feed answers. */
export const Voices = ({ weather }: { weather?: LatestWeather }) => {
  const { weather: words } = useWords()
  const [newest, ...others] = weather?.voices ?? []
  return (
    <>
      <Card title={words.latest}>{newest ? <Voice voice={newest} isNewest /> : <p>{words.none}</p>}</Card>
      {others.length > 0 && (
        <Card title={words.others}>
          {others.map((voice) => (
            <Voice key={`${voice.source} ${voice.station}`} voice={voice} />
          ))}
        </Card>
      )}
      {weather?.feed && <FeedState feed={weather.feed} />}
    </>
  )
}

const Voice = ({ voice, isNewest = false }: { voice: WeatherVoice; isNewest?: boolean }) => {
  const { weather: words } = useWords()
  const now = useNow(minuteMs)
  const listed = useListed()
  const { observedAt, windForce, sky, windMetresPerSecond, temperatureCelsius, visibilityMetres, rainMmPerHour } = voice
  const wind = windForce === null ? words.windUnknown : words.windOf(windForce)
  const seen =
    sky === null ? words.skyUnknown : sky.length === 0 ? words.fair : listed(sky.map((kind) => words.kind[kind]))
  const measured = [
    windMetresPerSecond === null ? null : words.metresPerSecond(windMetresPerSecond),
    rainMmPerHour === null || rainMmPerHour === 0 ? null : words.rain(rainMmPerHour),
    visibilityMetres === null ? null : words.visibility(visibilityMetres),
    temperatureCelsius === null ? null : words.celsius(temperatureCelsius),
  ].filter((part) => part !== null)
  return (
    <div className={css.voice} data-newest={isNewest}>
      <strong>{`${wind} · ${seen}`}</strong>
      {measured.length > 0 && <span>{measured.join(' · ')}</span>}
      <span className={css.origin}>
        {voice.source === 'hand' ? words.byHand(voice.recordedBy) : words.byFeed(voice.station)} ·{' '}
        {words.age(Math.max(0, Math.floor((now - observedAt) / minuteMs)))}
      </span>
    </div>
  )
}

const FeedState = ({ feed: { answeredAt, problem } }: { feed: NonNullable<LatestWeather['feed']> }) => {
  const { weather: words } = useWords()
  const clock = useClockText()
  const at = answeredAt === null ? null : clock.short(answeredAt)
  if (problem !== null) return <SafetyLabel state="due">{words.feed.failed(at)}</SafetyLabel>
  if (at === null) return <SafetyLabel state="not-open">{words.feed.waiting}</SafetyLabel>
  return <SafetyLabel state="met">{words.feed.answered(at)}</SafetyLabel>
}
