import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHelp } from './help.ts'
import styles from './KeysHelp.module.css'

const KEYS = [
  ['pan', ['Esc']],
  ['redraw', ['R']],
  ['vertices', ['V']],
  ['brush', ['B']],
  ['split', ['X']],
  ['merge', ['M']],
  ['newGrid', ['N']],
  ['lock', ['L']],
  ['undo', ['Ctrl+Z', 'Ctrl+Shift+Z']],
  ['stroke', ['Enter', 'Backspace', 'Esc']],
  ['follow', ['F']],
  ['alt', ['Alt']],
  ['space', ['Space']],
  ['arrows', ['←↑↓→']],
  ['brushSize', ['[', ']']],
  ['delete', ['Delete']],
  ['findings', ['J', 'K']],
  ['help', ['?']],
] as const

/** Every key in one list, open beside the work. */
export function KeysHelp() {
  const { t } = useTranslation()
  const isOpen = useHelp((help) => help.isOpen)
  if (!isOpen) return null
  return (
    <section className={styles.help} aria-label={t('planning.help.title')}>
      <header>
        <h3>{t('planning.help.title')}</h3>
        <button type="button" aria-label={t('frame.close')} onClick={() => useHelp.setState({ isOpen: false })}>
          <IconX size={16} stroke={1.7} />
        </button>
      </header>
      <dl>
        {KEYS.map(([word, keys]) => (
          <div key={word}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`planning.help.keys.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
