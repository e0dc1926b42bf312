import { IconFocus2, IconSearch, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { findLayer } from '#geodata/layers/index.ts'
import { useMapHolder } from '../map/holder.ts'
import { AssignTable } from '../responsibility/assign/AssignTable.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { firstPageQuery } from './rows.ts'
import styles from './TableTools.module.css'
import { useDraft } from './use_draft.ts'
import { useQuestion } from './use_question.ts'

/** The server refuses longer texts. */
const LONGEST = 200

/** What concerns the whole table: finding a text, the map's extent, taking it away as a file. */
export function TableTools({ layer: id }: { layer: string }) {
  const { t } = useTranslation()
  const { question, search, ask } = useQuestion(id)
  const { data: first } = useQuery(firstPageQuery(id, search))
  const hasMap = useMapHolder((holder) => holder.map !== null)
  const [text, setText] = useDraft(question.text, (value) => ask({ text: value }))
  const layer = findLayer(id)
  if (!layer) return null

  return (
    <div className={styles.tools}>
      <label className={styles.find}>
        <IconSearch size={15} stroke={1.7} aria-hidden="true" />
        <input
          type="search"
          value={text}
          maxLength={LONGEST}
          placeholder={t('table.find')}
          aria-label={t('table.find')}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return
            event.preventDefault()
            setText('')
          }}
        />
        {text !== '' && (
          <button type="button" aria-label={t('search.clear')} onClick={() => setText('')}>
            <IconX size={14} stroke={1.8} />
          </button>
        )}
      </label>
      <button
        type="button"
        className={styles.toggle}
        aria-pressed={question.inView}
        disabled={!hasMap}
        aria-label={t('table.inView')}
        onClick={() => ask({ inView: !question.inView })}
      >
        <IconFocus2 size={16} stroke={1.6} aria-hidden="true" />
        <span>{t('table.inView')}</span>
      </button>
      <span className={styles.space} />
      <AssignTable layer={layer} search={search} count={first?.numberMatched ?? 0} />
      <ExportMenu layer={layer} search={search} count={first?.numberMatched ?? 0} />
    </div>
  )
}
