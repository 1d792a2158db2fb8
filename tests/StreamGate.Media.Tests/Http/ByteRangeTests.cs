using CsCheck;
using StreamGate.Media.Http;

namespace StreamGate.Media.Tests.Http;

public class ByteRangeTests
{
    [Theory]
    [InlineData("bytes=0-0", 0, 1)]
    [InlineData("bytes=10-19", 10, 10)]
    [InlineData("Bytes=10-", 10, 90)]
    [InlineData("bytes=-5", 95, 5)]
    [InlineData("bytes=-500", 0, 100)]
    [InlineData("bytes=90-99999999999999999999", 90, 10)]
    [InlineData("bytes= 5-6 ", 5, 2)]
    public void One_range_is_cut_to_the_file(string header, long offset, long length) =>
        Assert.Equal(new ByteRange(offset, length), ByteRange.Parse(header, 100));

    [Theory]
    [InlineData("bytes=100-")]
    [InlineData("bytes=100-200")]
    [InlineData("bytes=-0")]
    [InlineData("bytes=99999999999999999999-")]
    public void A_range_beyond_the_file_has_no_length(string header) => Assert.Equal(0, ByteRange.Parse(header, 100)!.Value.Length);

    [Theory]
    [InlineData("")]
    [InlineData("bytes")]
    [InlineData("bytes=")]
    [InlineData("bytes=-")]
    [InlineData("bytes=5")]
    [InlineData("bytes=9-5")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=+1-2")]
    [InlineData("bytes=1--2")]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("items=0-1")]
    public void Anything_else_asks_for_the_whole_file(string header) => Assert.Null(ByteRange.Parse(header, 100));

    [Fact]
    public void A_part_always_lies_within_the_file() =>
        Gen.Select(Gen.String, Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Long[1, 500]).Sample((junk, a, b, length) =>
        {
            foreach (var header in new[] { junk, "bytes=" + junk, $"bytes={a}-{b}", $"bytes={a}-", $"bytes=-{b}" })
            {
                if (ByteRange.Parse(header, length) is { } range)
                {
                    Assert.True(range.Length >= 0 && range.Offset >= 0 && range.Offset + range.Length <= length);
                }
            }
        });
}
