// The officers of the journeys. The demonstration has the same logins, so they work on every server of the tests.
export const password = "demo-kaltara-2026";

export const officers = {
  licensing: { agency: "DPMPTSP", role: "liaison_officer", name: "Herlina Mansur", signIn: "penghubung.dpmptsp" },
  colleague: { agency: "DPMPTSP", role: "handler", name: "Herlina Ingan", signIn: "petugas.dpmptsp" },
  mining: { agency: "DESDM", role: "liaison_officer", name: "Budi Hafidz", signIn: "penghubung.desdm" },
  province: { agency: "PROVINSI", role: "province_admin", name: "Ramli Tandi", signIn: "meja.provinsi" },
  leader: { agency: "PROVINSI", role: "province_leader", name: "Elisabet Kalvin", signIn: "pimpinan.provinsi" },
};
