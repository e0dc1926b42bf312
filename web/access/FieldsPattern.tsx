import styles from './Door.module.css'

/** An invented sheet behind the door: fields and their borders, a river, a road. Decoration, so it means nothing to a screen reader. */
export function FieldsPattern() {
  return (
    <svg className={styles.pattern} viewBox="0 0 1440 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g className={styles.tints}>
        <path d="M0 0h286l34 132-118 96L0 204z" />
        <path d="M590 0h262l-22 148-168 44-96-88z" />
        <path d="M1180 0h260v250l-190 34-96-132z" />
        <path d="M0 520l176-38 102 120-64 130L0 752z" />
        <path d="M1030 560l186-64 128 108-48 140-210 6z" />
        <path d="M420 760l190-46 110 92-14 94H396z" />
      </g>
      <g className={styles.lines}>
        <path d="M0 204l202 24 118-96L286 0M202 228l-26 254L0 520M320 132l246-28L590 0M566 104l96 88 168-44 22-148M830 148l324 4L1180 0M1154 152l96 132 190-34" />
        <path d="M202 228l192 84 122-44 146-76M394 312l-116 290-102-120M516 268l70 196 204-20 40-296M790 444l240 116 100-250 24-158M1130 310l120-26M1250 284l-34 212 224-20" />
        <path d="M278 602l-64 130L0 752M278 602l308-138M586 464l24 250M214 732l206 28-24 140M420 760l190-46 420-154M610 714l110 92-14 94M720 806l366-56-56-190M1086 750l210-6 48-140-128-108-186 64M1086 750l24 150M1296 744l144 52M1344 604l96-24" />
      </g>
      <path
        className={styles.river}
        d="M-20 392c150-70 226 10 340-24s150-150 300-132 170 150 318 150 190-128 312-112 120 90 220 76"
      />
      <path className={styles.road} d="M470 920c30-150 110-210 200-330S880 360 980 250s150-170 170-280" />
    </svg>
  )
}
