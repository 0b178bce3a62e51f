import { Link } from "../../ui/Link.tsx";
import styles from "./shell.module.css";

/** The product's name and mark. */
export function Brand() {
  return (
    <Link href="/" className={styles.brand}>
      <svg width="22" height="22" viewBox="0 0 24 24" aria-hidden="true">
        <path
          d="M3 18V7l9 7 9-7v11"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="12" cy="5" r="2.5" fill="currentColor" />
      </svg>
      Modelwright
    </Link>
  );
}
