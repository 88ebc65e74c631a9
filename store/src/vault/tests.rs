//! The vault, in a folder and in memory: what a bucket does the same way.

use super::*;

async fn read(bytes: Bytes) -> Vec<u8> {
    let parts: Vec<Vec<u8>> = bytes.try_collect().await.unwrap();
    parts.concat()
}

async fn both<F: Future<Output = ()>>(test: impl Fn(Vault) -> F) {
    let folder = tempfile::tempdir().unwrap();
    test(Vault::folder(folder.path()).unwrap()).await;
    test(Vault::memory()).await;
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, 0, "empty folders go with their files");
}

#[tokio::test]
async fn bytes_are_read_back_whole_and_in_parts_and_removed_together() {
    both(async |vault| {
        vault.put("a", "asli", b"0123456789".to_vec()).await.unwrap();
        vault.put("a", "masuk/000000000000", b"01".to_vec()).await.unwrap();
        assert_eq!(vault.get("a", "asli").await.unwrap(), b"0123456789");
        let (length, range, bytes) = vault.open("a", "asli", None).await.unwrap();
        assert_eq!((length, range, read(bytes).await.len()), (10, 0..10, 10));
        let (length, range, bytes) = vault.open("a", "asli", Some((2, Some(5)))).await.unwrap();
        assert_eq!((length, range, read(bytes).await), (10, 2..5, b"234".to_vec()));
        let (_, range, bytes) = vault.open("a", "asli", Some((7, None))).await.unwrap();
        assert_eq!((range, read(bytes).await), (7..10, b"789".to_vec()));
        vault.remove_part("a", "masuk/000000000000").await.unwrap();
        vault.remove_part("a", "masuk/000000000000").await.unwrap();
        assert!(vault.get("a", "masuk/000000000000").await.is_err());
        vault.remove("a").await.unwrap();
        vault.remove("a").await.unwrap();
        assert!(vault.get("a", "asli").await.is_err());
    })
    .await;
}

#[tokio::test]
async fn a_file_is_old_only_when_all_its_parts_are() {
    both(async |vault| {
        vault.put("a", "asli", vec![1]).await.unwrap();
        vault.put("b", "asli", vec![1]).await.unwrap();
        let long_ago = Timestamp::from_ms(0);
        let far_ahead = Timestamp::from_ms(i64::MAX / 2);
        assert_eq!(vault.older_than(long_ago).await.unwrap(), [""; 0]);
        assert_eq!(vault.older_than(far_ahead).await.unwrap(), ["a", "b"]);
        vault.remove("a").await.unwrap();
        vault.remove("b").await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_bucket_is_reached_by_its_settings() {
    let bucket = Bucket {
        name: "berkas".to_owned(),
        prefix: "sinergi".to_owned(),
        endpoint: "http://127.0.0.1:1".to_owned(),
        region: "us-east-1".to_owned(),
        key_id: "kunci".to_owned(),
        secret: "rahasia".to_owned(),
    };
    Vault::bucket(&bucket).unwrap();
}
