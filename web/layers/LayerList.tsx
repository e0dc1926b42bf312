import { useTranslation } from 'react-i18next'
import type { ServerState } from '../api/types.ts'
import { BaseMapSwitch } from './BaseMapSwitch.tsx'
import { GROUPS } from './groups.ts'
import styles from './LayerList.module.css'
import { LayerRow } from './LayerRow.tsx'
import { seenLayers } from './seen.ts'

/** Every layer that may be seen by group, the topmost of a group first, as it lies on the map. */
export function LayerList({ state }: { state: ServerState }) {
  const { t } = useTranslation()
  const seen = seenLayers(state)
  return (
    <>
      {state.base_map && <BaseMapSwitch />}
      {GROUPS.filter((group) => seen.some((layer) => layer.group === group)).map((group) => (
        <section key={group} className={styles.group} aria-label={t(`layers.groups.${group}`)}>
          <h3>{t(`layers.groups.${group}`)}</h3>
          <ul>
            {seen
              .filter((layer) => layer.group === group)
              .map((layer) => (
                <LayerRow key={layer.id} layer={layer} state={state} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
