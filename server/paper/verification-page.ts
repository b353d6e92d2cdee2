import { html } from 'hono/html'
import { paperZhCn } from '#core/messages/paper.zh-cn.ts'
import type { JobStatus } from '#core/job/job.ts'

/** What anybody who holds the paper may compare it with: no name and no number of any person. */
export type Verification = {
  readonly number: string
  readonly operation: string
  readonly level: string
  readonly status: JobStatus
  readonly validFrom: string
  readonly validTo: string
  readonly isExpired: boolean
  /** The last link of the job's chain of records. */
  readonly lastHash: string
  readonly readAt: string
}

const words = paperZhCn.verify

/** One page without script: it has to work in any phone's browser. */
export const verificationPage = (told: Verification) =>
  html`<!doctype html>
    <html lang="zh-CN">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${words.title} ${told.number}</title>
      <style>
        body {
          margin: 0;
          font:
            17px/1.6 system-ui,
            'PingFang SC',
            'HarmonyOS Sans',
            'Microsoft YaHei',
            'Noto Sans SC',
            sans-serif;
          color: #14181d;
        }
        main {
          max-width: 36rem;
          margin: 0 auto;
          padding: 24px 16px;
        }
        h1 {
          font-size: 26px;
          line-height: 1.3;
          margin: 0;
        }
        .state {
          font-size: 22px;
          font-weight: 700;
          border: 2px solid;
          border-radius: 8px;
          padding: 12px 16px;
          margin: 16px 0;
        }
        dl {
          display: grid;
          grid-template-columns: auto 1fr;
          gap: 8px 16px;
        }
        dt {
          color: #4a5560;
        }
        dd {
          margin: 0;
          overflow-wrap: anywhere;
        }
      </style>
      <main>
        <p>${words.title}：${words.genuine}</p>
        <h1>${told.operation}<br />${told.number}</h1>
        <p class="state">${paperZhCn.status[told.status]}${told.isExpired ? ` · ${words.expired}` : ''}</p>
        <dl>
          <dt>${words.level}</dt>
          <dd>${told.level}</dd>
          <dt>${words.validity}</dt>
          <dd>${paperZhCn.span(told.validFrom, told.validTo)}</dd>
          <dt>${words.hash}</dt>
          <dd><code>${told.lastHash}</code></dd>
          <dt>${words.read}</dt>
          <dd>${told.readAt}</dd>
        </dl>
      </main>
    </html>`
