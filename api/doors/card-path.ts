/** Where a version's model card is, as a file: the model's name, percent-encoded, and the version. */
export const cardPath = /^\/models\/([^/]+)\/versions\/([1-9]\d{0,9})\/card\.md$/;
