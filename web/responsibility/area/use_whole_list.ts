import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layer } from '#geodata/layers/index.ts'
import { useConsole } from '../../state/store.ts'
import { titleOrNumber } from '../../symbols/title.ts'
import { datedName, save } from '../../table/download.ts'
import { useReason } from '../../values/use_reason.ts'
import { pick } from '../../words/pick.ts'
import { openAssign } from '../assign/assign.ts'
import { areaCsv } from './area_csv.ts'
import type { ListedFeature } from './listed.ts'
import { type AreaBody, readAllInside } from './queries.ts'

interface Progress {
  readonly read: number
  readonly total: number
}

/** What is done with all features of the list, also those that have not been scrolled to. */
export function useWholeList(body: AreaBody, layer: Layer) {
  const { t, i18n } = useTranslation()
  const day = useConsole((state) => state.day)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [error, setError] = useState<unknown>(null)
  const running = useRef<AbortController | null>(null)
  const reason = useReason(error)
  useEffect(() => () => running.current?.abort(), [])

  const withAll = async (work: (features: readonly ListedFeature[]) => void) => {
    const controller = new AbortController()
    running.current = controller
    setError(null)
    setProgress({ read: 0, total: 0 })
    try {
      const report = (read: number, total: number) => setProgress({ read, total })
      work(await readAllInside(body, day, layer.id, controller.signal, report))
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure)
    } finally {
      if (running.current === controller) setProgress(null)
    }
  }
  const name = ({ id, properties }: ListedFeature) => titleOrNumber(layer, id, properties, i18n.language)

  return {
    progress,
    reason,
    cancel: () => {
      running.current?.abort()
      running.current = null
      setProgress(null)
    },
    /** Of no ids chosen, all. */
    assign: (chosen: ReadonlySet<number>) =>
      withAll((features) => {
        const wanted = chosen.size === 0 ? features : features.filter(({ id }) => chosen.has(id))
        openAssign({ layer: layer.id, objects: wanted.map((feature) => ({ id: feature.id, title: name(feature) })) })
      }),
    download: () =>
      withAll((features) => {
        const words = {
          title: t('area.csv.title'),
          longitude: t('table.longitude'),
          latitude: t('table.latitude'),
          metres: t('area.csv.metres'),
          squareMetres: t('area.csv.squareMetres'),
          share: t('area.csv.share'),
          vacant: t('area.csv.vacant'),
          comma: t('responsibility.listComma'),
        }
        const blob = new Blob([areaCsv(layer, features, words, i18n.language)], { type: 'text/csv;charset=utf-8' })
        save(blob, datedName(t('area.csv.file', { layer: pick(layer.name, i18n.language) }), 'csv'))
      }),
  }
}
