import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { MARKS_OF } from '#geodata/emergency/marks.ts'
import { useRights } from '../access/use_rights.ts'
import { formatTime } from '../values/times.ts'
import type { CurrentMark } from './answer.ts'
import styles from './Emergency.module.css'
import { makeMark, useWaitingMark } from './marking.ts'

interface Props {
  readonly layer: string
  readonly id: number
  readonly name: string
  readonly mark: CurrentMark | null
}

/** Two taps: what a team saw on the spot, for everybody at once. */
export function MarkMenu({ layer, id, name, mark }: Props) {
  const { t } = useTranslation()
  const may = useRights()
  if (!may('emergency.write')) return null
  return (
    <Menu position="bottom-end" width="max-content" shadow="md">
      <Menu.Target>
        <button type="button" className={styles.more} aria-label={`${t('emergency.mark.menu')}：${name}`}>
          <IconDots size={18} stroke={1.7} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {MARKS_OF[layer]!.filter((kind) => kind !== mark?.mark).map((kind) => (
          <Menu.Item key={kind} onClick={() => void makeMark({ layer, object_id: id, mark: kind, name })}>
            {t(`emergency.mark.${kind}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** What was said of a thing: by others, and here while it waits. */
export function MarkNotes({ layer, id, mark }: Omit<Props, 'name'>) {
  const { t } = useTranslation()
  const waiting = useWaitingMark(layer, id)
  return (
    <>
      {waiting && (
        <p className={styles.marked}>{t('emergency.mark.waiting', { mark: t(`emergency.mark.kinds.${waiting.body.mark}`) })}</p>
      )}
      {mark && <MarkNote mark={mark} />}
    </>
  )
}

/** Who said what when, and who says otherwise. */
function MarkNote({ mark }: { mark: CurrentMark }) {
  const { t, i18n } = useTranslation()
  const said = ({ account_name, received_at, mark: kind }: Pick<CurrentMark, 'account_name' | 'received_at' | 'mark'>) => ({
    name: account_name,
    time: formatTime(received_at, i18n.language),
    mark: t(`emergency.mark.kinds.${kind}`),
  })
  return (
    <p className={styles.marked}>
      {t('emergency.mark.says', said(mark))}
      {mark.clock_implausible && ` · ${t('emergency.mark.clock')}`}
      {mark.disagreement.map((other) => (
        <span key={other.id}>{t('emergency.mark.disagree', said(other))}</span>
      ))}
    </p>
  )
}
