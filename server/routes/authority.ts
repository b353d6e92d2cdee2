import { Hono } from 'hono'
import { X509Certificate } from 'node:crypto'

import { authorityPage } from '../authority/authority-page.ts'

/** The page that installs the plant's own authority, and the authority itself. Open to all: a certificate is no secret. */
export const createAuthorityRoutes = (certificate: string): Hono => {
  const { raw, fingerprint256 } = new X509Certificate(certificate)
  const app = new Hono()
  app.get('/tls', (c) => {
    const asked = c.req.query('lang') ?? c.req.header('accept-language') ?? ''
    // Chinese unless another language is asked for: it is the plant's own.
    return c.html(authorityPage(asked === '' || /(^|,)\s*zh/i.test(asked) ? 'zh' : 'en', fingerprint256))
  })
  app.get('/tls/ca.crt', (c) => {
    c.header('content-type', 'application/x-x509-ca-cert')
    c.header('content-disposition', 'attachment; filename="holdpoint-ca.crt"')
    return c.body(new Uint8Array(raw))
  })
  return app
}
