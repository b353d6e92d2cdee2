import type { sessionZhCn } from './session.zh-cn.ts'

export const sessionEn: typeof sessionZhCn = {
  signIn: {
    title: 'Sign in',
    lead: 'Permits and hold points for special operations',
    account: 'Account',
    accountHelp: 'Staff number or phone number',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    accountMissing: 'Enter your account',
    passwordMissing: 'Enter your password',
    wrong: 'The account or the password is wrong',
    locked: 'Too many attempts. Try again later, or ask an administrator for a new password',
    stopHint: 'Need to stop work at once? Scan the code at the site; no sign-in needed.',
  },
  signOut: 'Sign out',
  language: { label: 'Language', 'zh-CN': '中文', en: 'English' },
  theme: { label: 'Display', auto: 'Auto', light: 'Light', dark: 'Dark', sunlight: 'Sunlight' },
  live: {
    connecting: 'Connecting',
    live: 'Live',
    lost: (at) => `Connection lost; this is how things stood at ${at}`,
    lostAtOnce: 'The server cannot be reached',
  },
  clockDrift: (minutes) => `This device’s clock differs from the server’s by ${minutes} min; the server’s counts`,
  failure: {
    unreachable: 'The server cannot be reached. Check the network',
    unreadable: 'The server’s answer makes no sense. Try again later',
    retry: 'Try again',
    pageBroken: 'This page cannot be opened',
    reload: 'Load again',
  },
  outbox: {
    title: 'Waiting to upload',
    empty: 'Everything is on the server',
    emptyHow:
      'Pictures, readings and signatures are kept on this phone first and then sent. What has not arrived is listed here.',
    waitingCount: (count) => `${count} waiting to upload`,
    at: {
      'this-phone': 'On this phone',
      sending: 'Sending',
      server: (at) => `On the server, ${at}`,
      refused: 'Not accepted by the server',
    },
    reason: {
      unreachable: 'No network. Sent by itself once there is one',
      'signed-out': 'Your sign-in has expired. Sent by itself once you sign in again',
      'server-trouble': 'The server is busy. Sent again shortly',
      'not-stored': 'The phone’s storage is not available: keep this page open until it is sent',
    },
    capturedAt: (at) => `Recorded ${at}`,
    retry: 'Send now',
    acknowledge: 'Understood',
    countLabel: 'Records not yet uploaded',
  },
}
