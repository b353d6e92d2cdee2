import { App, ConfigProvider, theme, type ConfigProviderProps } from 'antd'
import en from 'antd/locale/en_US.js'
import zhCn from 'antd/locale/zh_CN.js'
import { useMemo, type ReactNode } from 'react'
import { useUi } from '../ui-context.tsx'

type Locale = NonNullable<ConfigProviderProps['locale']>

/** The files are CommonJS: the compiler sees a module where the bundler gives its default. */
const locales = { 'zh-CN': zhCn, en } as unknown as Record<'zh-CN' | 'en', Locale>

/** Dresses antd in our tokens. The colours are read from the one place where they are written, tokens.css, so the two cannot part. */
export const DeskTheme = ({
  appearance,
  children,
}: {
  appearance: 'light' | 'dark' | 'sunlight'
  children: ReactNode
}) => {
  const { locale } = useUi()
  const config = useMemo(() => themeFrom(appearance), [appearance])
  return (
    <ConfigProvider theme={config} locale={locales[locale]} componentSize="medium" button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}

const themeFrom = (appearance: 'light' | 'dark' | 'sunlight') => {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    algorithm: appearance === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: token('accent'),
      colorLink: token('accent'),
      colorInfo: token('must'),
      colorWarning: token('due'),
      colorError: token('stop'),
      colorSuccess: token('met'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-2'),
      colorTextTertiary: token('ink-3'),
      colorBgLayout: token('paper'),
      colorBgContainer: token('surface'),
      colorBgElevated: token('surface'),
      colorBorder: token('line-strong'),
      colorBorderSecondary: token('line'),
      colorSplit: token('line'),
      colorTextLightSolid: token('accent-ink'),
      fontFamily: 'var(--font)',
      controlItemBgHover: token('surface-2'),
      controlItemBgActive: token('accent-soft'),
      controlItemBgActiveHover: token('accent-soft'),
      borderRadius: 8,
      motionDurationFast: '0.08s',
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.15s',
      boxShadow: token('shadow'),
      boxShadowSecondary: token('shadow'),
    },
    components: {
      Table: {
        cellPaddingBlockSM: 4,
        headerBg: token('surface-2'),
        headerSplitColor: 'transparent',
        rowHoverBg: token('surface-2'),
        rowSelectedBg: token('accent-soft'),
        rowSelectedHoverBg: token('accent-soft'),
      },
      Progress: { defaultColor: token('accent') },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Tabs: { horizontalMargin: '0 0 12px' },
    },
  }
}
