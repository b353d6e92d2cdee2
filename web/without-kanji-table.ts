import type { Plugin } from 'vite'

/**
 * The reader of codes carries a table of 7000 Kanji for a mode that our codes never use (they are plain letters). It is four fifths of
 * what the worker weighs, and every phone on a plant's network would load it. A release without the table stops the build, so that
 * nobody believes in a saving that is gone.
 */
export const withoutKanjiTable = (): Plugin => ({
  name: 'without-kanji-table',
  transform: {
    filter: { id: /jsqr[\\/]dist[\\/]jsQR\.js/ },
    handler: (code) => {
      const lean = code.replace(/exports\.shiftJISTable = \{[^}]*\};/, 'exports.shiftJISTable = {};')
      if (lean === code) throw new Error('jsqr has no Kanji table any more; remove this plugin')
      return { code: lean, map: null }
    },
  },
})
