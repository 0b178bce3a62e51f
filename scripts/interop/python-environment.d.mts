/**
 * An environment of Python's own with MLflow's client and server, made once and kept.
 * @throws SetupError when there is no Python to make it with
 */
export function pythonEnvironment(say: (line: string) => void): Promise<{ python: string; bin: string }>;
